"""Verdicts become labelled pairs: of those who agree, without ids of the registry."""

import json
from pathlib import Path

import pytest

from intake.cli import stores
from intake.cli.main import run
from intake.domain.codes import ConsentAnswer, PairVerdict, Purpose
from intake.domain.event import PairJudged
from intake.matching.person import from_contract
from intake.registry.labelling import labels_of
from intake.registry.screening import Screening
from intake.security.stretching import CHEAP
from intake.store import Store
from tests.builders import NOON, Group, a_consent, a_group
from tests.registry.casework import ABDULLAH, ABDULLAH_AGAIN, a_laptop, agreeing, send

WORDS = "an invented passphrase"


def judged(store: Store, verdict: PairVerdict, *by: str) -> None:
    (pair,) = store.pairs.waiting()
    for user in by:
        store.record(
            PairJudged(
                case=pair.left_case, pair=pair.id, verdict=verdict, reason="r", by=user, at=NOON
            )
        )


@pytest.fixture
def groups() -> tuple[Group, Group]:
    one = agreeing(a_group("Abdullah", said=ABDULLAH))
    return one, agreeing(a_group("عبدالله", said=ABDULLAH_AGAIN))


def taken_in(store: Store, folder: Path, groups: tuple[Group, Group]) -> None:
    with a_laptop(folder) as laptop:
        send(laptop, store, *groups)
    Screening(store).screen([group.case for group in groups], NOON)


@pytest.mark.parametrize(
    ("verdict", "by", "same"),
    [
        (PairVerdict.SAME, ("r1", "r2"), [True]),
        (PairVerdict.DIFFERENT, ("r1",), [False]),
        (PairVerdict.RELATED, ("r1",), [False]),
        (PairVerdict.INTERVIEW, ("r1",), []),
        (PairVerdict.SAME, ("r1",), []),
    ],
)
def test_only_what_stands_is_a_label(
    store: Store,
    tmp_path: Path,
    groups: tuple[Group, Group],
    verdict: PairVerdict,
    by: tuple[str, ...],
    same: list[bool],
) -> None:
    taken_in(store, tmp_path, groups)
    judged(store, verdict, *by)
    assert [label["same"] for label in labels_of(store)] == same


def test_a_label_is_in_the_format_of_files_and_holds_no_id(
    store: Store, tmp_path: Path, groups: tuple[Group, Group]
) -> None:
    taken_in(store, tmp_path, groups)
    judged(store, PairVerdict.SAME, "r1", "r2")
    (label,) = labels_of(store)
    text = json.dumps(label)
    for group in groups:
        assert group.case not in text
        assert group.people[0] not in text
    people = [from_contract(label[side]) for side in ("left", "right")]  # type: ignore[arg-type]
    assert {person.names[0].text for person in people} == {"Abdullah", "عبدالله"}
    assert {person.home_place for person in people} == {"Guzara", "گذره"}
    assert all(person.birth and person.father and person.mother for person in people)


def test_whoever_takes_the_consent_back_is_in_no_file(
    store: Store, tmp_path: Path, groups: tuple[Group, Group]
) -> None:
    taken_in(store, tmp_path, groups)
    judged(store, PairVerdict.DIFFERENT, "r1")
    one = groups[0]
    no = a_consent(one.case, one.people[0], Purpose.VERIFICATION, ConsentAnswer.WITHDRAWN)
    with a_laptop(tmp_path) as laptop:
        laptop.record(no)
        send(laptop, store)
    assert list(labels_of(store)) == []


def test_the_command_writes_a_file_for_its_owner_alone_and_warns(
    tmp_path: Path, groups: tuple[Group, Group], capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words"
    words.write_text(WORDS + "\n")
    store = stores.open_or_make(tmp_path / "data", words, CHEAP)
    taken_in(store, tmp_path, groups)
    judged(store, PairVerdict.SAME, "r1", "r2")
    store.close()
    target = tmp_path / "labels.jsonl"
    wanted = ["--data", str(tmp_path / "data"), "--passphrase-file", str(words)]
    assert run(["registry", "labels", "--to", str(target), *wanted]) == 0
    assert target.stat().st_mode & 0o777 == 0o600
    (line,) = target.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["same"] is True
    said = capsys.readouterr()
    assert "names, births and places of real people" in said.err
    assert said.out == ""
