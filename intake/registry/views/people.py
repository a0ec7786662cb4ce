"""A person's record: every statement with its source, and who looked at it."""

from collections.abc import Collection
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.case import Case, could_be_child
from intake.domain.codes import CorrectionStatus, Role, ViewPurpose
from intake.domain.consent import TEACH_BACK
from intake.domain.depth import depth_of
from intake.domain.group import stated_size
from intake.domain.individual import Individual
from intake.registry import record
from intake.registry.forms.people import PurposeForm
from intake.registry.grouping import hidden_from, moves_around, regroupings
from intake.registry.linking import Whole, record_of, whole
from intake.registry.masking import may_open, may_read
from intake.registry.verifying.accounts import unlike_across_records
from intake.registry.viewing import note_view, open_record
from intake.registry.vouching import of_person
from intake.security.roles import Action
from intake.store import Store
from intake.store.cases import View
from intake.store.corrections import Correction
from intake.store.likenesses import LikenessSaid
from intake.web import access

bp = Blueprint("people", __name__)
MOST_VIEWS = 20


@bp.get("/people/<individual>")
@access.open_to(Action.SEE_PERSON)
def show(individual: str) -> ResponseReturnValue:
    """Show one person's record, after the purpose was said; the look is recorded."""
    store, roles = access.store(), access.actor_roles()
    case, member = open_record(store, individual, roles)
    form = PurposeForm(request.args)
    if "purpose" not in request.args or not form.validate():
        if "purpose" not in request.args:
            form = PurposeForm()
        return render_template("registry/purpose.html", form=form, member=member), form.status
    purpose = ViewPurpose(str(form.purpose.answer.value))
    note_view(store, case.id, individual, purpose=purpose, by=access.actor(), at=access.now())
    read = whole(store, case, member, roles)
    for other, linked in read.records[1:]:
        note_view(store, other.id, linked.id, purpose=purpose, by=access.actor(), at=access.now())
    today = access.now().date()
    unlike = unlike_across_records(store)
    own = record.blocks(read.said, roles, members=read.mates, unlike=unlike)
    return render_template(
        "registry/person.html",
        case=case,
        member=member,
        read=read,
        purpose=purpose,
        blocks=own,
        state=store.records.state(individual)[0],
        differences=record.has_differences(own),
        groups=[_group(store, c, m, roles) for c, m in read.records],
        children={m.id for c, _m in read.records for m in c.members if could_be_child(m, today)},
        consents=[x for c, m in read.records for x in c.consents if x.individual == m.id],
        understood=[block for block in own if block.path == TEACH_BACK],
        sees_reason=may_read(roles, "safe-contact"),
        sees_hidden=may_read(roles, "must-not-know"),
        **_around(store, read, roles),
    )


def _group(store: Store, case: Case, member: Individual, roles: Collection[Role]) -> dict[str, Any]:
    """What the card of a group shows, and what was said of it."""
    return {
        "case": case,
        "member": member,
        "said": record.blocks(case.said, roles),
        "stated": stated_size(case),
        "depth": depth_of(store.cases.get(case.id) or case, access.now().date()),
        "history": regroupings(store, case.id, roles, member.id),
        "moves": moves_around(store, member.id, roles),
        "is_as_it_came": not store.moves.has_moved(member.id, case.id),
    }


def _likenesses(
    store: Store, read: Whole, hidden: set[str]
) -> list[tuple[LikenessSaid, Individual | None]]:
    """What was said at a laptop of records that are like this one, each with the other."""
    return [
        (one, store.cases.individual(one.individual if one.other == individual else one.other))
        for individual in read.numbers
        for one in store.likenesses.about(individual)
        if hidden.isdisjoint((one.individual, one.other))
    ]


def _pairs(
    store: Store, read: Whole, roles: Collection[Role], hidden: set[str]
) -> dict[str, object]:
    """Every pair of any of the records, each with the other of its two, erased ones too."""
    pairs, others = {}, {}
    for one in read.numbers:
        for pair in store.pairs.of_individual(one):
            known = pair.right if pair.left == one else pair.left
            if known in hidden:
                continue
            other = record_of(store, known)
            if other is None or may_open(roles, other[0].consents, other[1].id):
                pairs[pair.id] = pair
                others[pair.id] = other[1] if other else None
    return {"pairs": list(pairs.values()), "others": others}


def _around(store: Store, read: Whole, roles: Collection[Role]) -> dict[str, object]:
    """What else the registry holds about the person, of every linked record."""
    ids, cases = list(read.numbers), {case.id for case, _member in read.records}
    hidden = {other for one in ids for other in hidden_from(store, one, roles)}
    return {
        "tracing": [t for c in cases for t in store.cases.tracing(c) if t.individual in ids],
        "likenesses": _likenesses(store, read, hidden),
        "interviews": [i for one in ids for i in store.interviews.of_individual(one)],
        "decisions": [d for one in ids for d in store.decisions.of_individual(one)],
        "outcomes": [o for c in cases for o in store.decisions.outcomes(c) if o.individual in ids],
        "corrections": _corrections(store, ids),
        "identity": store.identities.of(ids[0]),
        "views": _views(store, ids),
        "vouches": of_person(store, ids[0], roles),
        **_pairs(store, read, roles, hidden),
    }


def _corrections(store: Store, ids: Collection[str]) -> dict[str, list[Correction]]:
    """What the person says a value should be, where it is not corrected so."""
    beside: dict[str, list[Correction]] = {}
    for asked in (found for one in ids for found in store.corrections.of_individual(one)):
        if asked.status not in (CorrectionStatus.APPROVED, CorrectionStatus.PARTLY):
            beside.setdefault(asked.path, []).append(asked)
    return beside


def _views(store: Store, ids: Collection[str]) -> list[View]:
    seen = (view for one in ids for view in store.cases.views(one))
    return sorted(seen, key=lambda view: view.at, reverse=True)[:MOST_VIEWS]
