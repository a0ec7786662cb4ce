"""From the first start to a complete record, by the pages alone."""

from intake.domain.codes import CaseStatus
from tests.field.desk import Desk

DECLINED = "asked-declined"


def test_v02_a_person_who_says_only_a_name_is_registered(desk: Desk) -> None:
    """V-02: whoever declines everything else is registered with at most twelve inputs."""
    inputs = [
        {"language": "uk", "channel": "spoken", "group_kind": "single"},
        {"rest": DECLINED},
        {"name": "Олена", "rest": DECLINED},
        {"rest": DECLINED},
        {"rest": DECLINED},
        {"read_back": "refuses"},
    ]
    page = desk.get("/cases/new?kind=single")
    for filled in inputs:
        page = desk.send(page, filled, having=list(filled)[-1])
    case = desk.case(page.path.split("/")[2])
    assert sum(len(filled) for filled in inputs) <= 12
    assert case.status is CaseStatus.READY
    assert case.members[0].text("name") == "Олена"
    assert case.members[0].absent("birth") == DECLINED
