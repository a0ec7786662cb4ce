"""A laptop and a registry that know each other, worked through their pages alone.

Only the first enrolment is done by the sync code itself; from then on bundles go out of
the laptop's sync page, in at the registry's page, and answers come back the same way.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake.domain.codes import CaseStatus, IdentityLevel
from intake.domain.event import RecordViewed
from intake.domain.questions import MATERIAL
from intake.security.chain import Entry
from intake.store import Store, open_store
from intake.store.decisions import Decision
from intake.store.interviews import Interview
from intake.sync import stick
from tests.field.desk import Desk, Page, a_laptop
from tests.flows.cast import UNKNOWN
from tests.registry.casework import Desks, desks, problems
from tests.registry.talk import find_each
from tests.registry.visitor import a_registry
from tests.sync.parties import KEY, let_in

URGENT_NO = {
    f"urgent_{flag}": "no" for flag in ("doctor", "child_alone", "shelter", "afraid", "alone")
}


@dataclass
class Office:
    """A laptop, the registry it belongs to, and the staff there."""

    laptop: Desk
    staff: Desks

    @property
    def registry(self) -> Store:
        return self.staff.store

    def come_back(self, **span: int) -> None:
        """Let time pass on both sides; then everybody unlocks and signs in again."""
        self.laptop.clock.forward(**span)
        self.staff.registry.clock.forward(**span)
        assert self.laptop.unlock().status == 200
        for login in ("clerk", "reviewer", "interviewer"):
            user = self.registry.users.by_login(login)
            assert user is not None
            assert getattr(self.staff, login).sign_in(user).status_code == 303

    def sync(self) -> Page:
        """Carry the laptop's work on a stick to the registry, and its answer back."""
        out = self.laptop.post("/sync/bundle", {"csrf_token": self.laptop.token()}).response
        if out.mimetype == "application/octet-stream":
            file = (io.BytesIO(out.data), "intake.bundle")
            taken = self.staff.clerk.post("/incoming", {"bundle": file})
            assert taken.status_code == 303, problems(taken)
        page = f"/incoming/{self.laptop.store.own_chain}/reply"
        reply = self.staff.clerk.post(page, page="/incoming")
        assert reply.status_code == 200
        file = (io.BytesIO(reply.data), "reply.bundle")
        loaded = self.laptop.post("/sync/load", {"csrf_token": self.laptop.token(), "file": file})
        assert loaded.status == 200, loaded.text
        return loaded

    def people(self, case: str) -> list[str]:
        """Ids of the members of a case."""
        return [member.id for member in self.laptop.case(case).members]


@contextmanager
def an_office(folder: Path) -> Iterator[Office]:
    """Everybody at work on one morning."""
    laptop = a_laptop(folder / "laptop")
    laptop.set_up()
    registry = open_store(folder / "registry", KEY)
    let_in(laptop.store, registry, at=laptop.clock())
    letter = stick.export_reply(registry, laptop.store.own_chain, at=laptop.clock())
    stick.import_reply(laptop.store, letter, at=laptop.clock())
    try:
        yield Office(laptop, desks(a_registry(registry)))
    finally:
        laptop.app.extensions["intake"].holder.close()
        registry.close()


def urgent(desk: Desk, case: str, answers: Mapping[str, str] = URGENT_NO) -> Page:
    """Answer the five urgent questions."""
    return desk.send(desk.get(f"/cases/{case}/urgent"), dict(answers), having="rest")


def tell(desk: Desk, case: str, member: int = 0, **pages: Mapping[str, Any]) -> None:
    """Write the three pages of one person; what is left empty is not known."""
    for page in ("who", "origin", "consent"):
        told = {**UNKNOWN, **pages.get(page, {})}
        saved = desk.fill(case, page, told, member)
        assert saved.status == 200, saved.text[:600]


def complete(desk: Desk, case: str, said: str = "yes") -> Page:
    """Read the record back and complete it."""
    page = desk.send(desk.get(f"/cases/{case}/check"), {"read_back": said}, having="read_back")
    assert desk.case(case).status is CaseStatus.READY, page.text[:600]
    return page


def a_proposal(level: IdentityLevel, *supports: str, **changed: str) -> dict[str, str]:
    """Every main fact established, with these supports."""
    facts = {f"fact-{fact}-outcome": "established" for fact in MATERIAL}
    reasons = {f"fact-{fact}-reason": "Told on two days in the same way." for fact in MATERIAL}
    told = {"level": level.value, "next_step": "nothing-needed", "message": "Дякуємо за розмову."}
    told["repeated"] = "yes"  # the same words for everybody, confirmed
    return {**facts, **reasons, **told, **dict.fromkeys(supports, "yes"), **changed}


def support(staff: Desks, person: str, of: str, **changed: str) -> Any:
    """Record one support on its page."""
    day = staff.registry.clock().date().isoformat()
    data = {"of": of, "what": "It names the person.", "where": "At the desk.", "seen_on": day}
    return staff.interviewer.post(f"/people/{person}/supports", {**data, **changed})


def propose(staff: Desks, talk: Interview, data: Mapping[str, str]) -> Any:
    """Send a proposal from the page of an interview, its supports recorded before."""
    page, told = f"/interviews/{talk.id}", dict(data)
    for of in ("document", "record", "place"):
        if told.pop(of, ""):
            assert support(staff, talk.individual, of).status_code == 303
    relative = told.pop("kin", "")
    if relative:
        found = staff.store.cases.individual(relative)
        assert found is not None
        heard = support(staff, talk.individual, "kin", number=found.number)
        assert heard.status_code == 303, problems(heard)
    return staff.interviewer.post(f"{page}/decision", told, page=page)


def proposed(staff: Desks, talk: Interview, data: Mapping[str, str]) -> Decision:
    """Send a proposal that may stand, and give it as it waits."""
    find_each(staff, talk)
    answer = propose(staff, talk, data)
    assert answer.status_code == 303, problems(answer)
    found = staff.store.decisions.get(answer.location.rsplit("/", 1)[1])
    assert found is not None
    return found


def review(who: Any, decision: Decision, verdict: str = "confirm") -> Any:
    """Confirm or return a proposal by hand, whether the page shows a form or not."""
    data = {"verdict": verdict, "reason": "The reasons fit what was said."}
    return who.post(f"/decisions/{decision.id}", data, page="/")


def tell_decision(office: Office, decision: Decision) -> None:
    """Read the letter to the person; the outcome goes to the laptop with it."""
    data = {"how": "in-person", "explained": "yes"}
    told = office.staff.reviewer.post(f"/decisions/{decision.id}/tell", data, page="/")
    assert told.status_code == 303, problems(told)


def make_final(office: Office, decision: Decision) -> None:
    """Let the time to comment pass, and the decision hold."""
    office.come_back(days=7)
    page = f"/decisions/{decision.id}"
    done = office.staff.reviewer.post(f"{page}/final", page=page)
    assert done.status_code == 303, problems(done)


def ledger_of(store: Store) -> list[Entry]:
    """Everything ever recorded, to compare before and after; looks are recorded too."""
    return [entry for entry in store.ledger.everything() if entry.kind != RecordViewed.kind]


def judge(staff: Desks, verdict: str) -> int:
    """Two people look at every waiting pair and say the same of it; how many there were."""
    waiting = staff.store.pairs.waiting()
    for pair in waiting:
        for who in (staff.clerk, staff.reviewer):
            data = {"verdict": verdict, "reason": "Both records were read side by side."}
            assert who.post(f"/pairs/{pair.id}", data).status_code == 303
    return len(waiting)
