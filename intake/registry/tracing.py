"""Candidates for a missing relative, for tracing staff alone; nobody else is told.

The same search as for duplicates, asked with what the one who looks for them told. It
sees only people who agreed to tracing themselves, never the asker's own group. Whoever it
finds decides whether the asker learns of it (domain chapter 7).
"""

from dataclasses import replace

from intake.domain.codes import Kin, Purpose, TracingStatus
from intake.domain.consent import agreed
from intake.domain.individual import Individual
from intake.domain.statement import Said, Statement
from intake.domain.tracing import TracingRequest
from intake.matching.person import Person, asked_for_by, from_individual
from intake.matching.search import Candidate, search
from intake.store import Store

_ASKER_OF = {Kin.SPOUSE: "spouse", Kin.SIBLING: "sibling", Kin.MOTHER: "child", Kin.FATHER: "child"}
_PARENT = {"f": "mother", "m": "father"}


def candidates(store: Store, request: TracingRequest, top: int = 10) -> list[Candidate]:
    """People who may be the one sought, best first.

    Nobody once the request is withdrawn or the asker no longer agrees to tracing.
    """
    with store.together():
        case = store.cases.get(request.case)
        asker = case.member(request.individual) if case else None
        if case is None or asker is None or not agreed(case.consents, asker.id, Purpose.TRACING):
            return []
        if request.status is not TracingStatus.OPEN:
            return []
        return search(
            store.filing.agreed_to(Purpose.TRACING),
            sought(request, asker),
            top=top,
            leave_out={member.id for member in case.members},
        )


def sought(request: TracingRequest, asker: Individual) -> Person:
    """The person sought as matching sees one: what was told, and who asks."""
    told = tuple(
        Said(Statement(id=path, subject=request.id, path=path, value=value), "", "", "", "")
        for path, value in request.sought.items()
        if value is not None
    )
    person = from_individual(Individual(request.id, case="", number="", position=0, said=told))
    looked_for = replace(person, is_sought=True)
    return asked_for_by(looked_for, asker_is(request, asker), asker.text("name"))


def asker_is(request: TracingRequest, asker: Individual) -> str:
    """What the one who asks is to the one sought; a parent by their sex, where known."""
    if request.kin is Kin.CHILD:
        return _PARENT.get(asker.text("sex"), "")
    return _ASKER_OF.get(request.kin, "")
