"""A person's record: every statement with its source, and who looked at it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.case import could_be_child
from intake.domain.codes import ViewPurpose
from intake.domain.group import stated_size
from intake.domain.individual import Individual
from intake.registry import record
from intake.registry.forms.people import PurposeForm
from intake.registry.grouping import regroupings
from intake.registry.masking import may_read
from intake.registry.viewing import note_view, open_record
from intake.security.roles import Action
from intake.store import Store
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
    today = access.now().date()
    own = record.blocks(member.said, roles, members={m.id for m in case.members})
    return render_template(
        "registry/person.html",
        case=case,
        member=member,
        purpose=purpose,
        blocks=own,
        differences=record.has_differences(own),
        group=record.blocks(case.said, roles),
        children={m.id for m in case.members if could_be_child(m, today)},
        consents=[c for c in case.consents if c.individual == individual],
        stated=stated_size(case),
        history=regroupings(store, case.id, roles),
        sees_reason=may_read(roles, "safe-contact"),
        sees_hidden=may_read(roles, "must-not-know"),
        **_around(store, case.id, individual),
    )


def _likenesses(store: Store, individual: str) -> list[tuple[LikenessSaid, Individual | None]]:
    """What was said at a laptop of records that are like this one, each with the other."""
    said = store.likenesses.about(individual)
    return [
        (one, store.cases.individual(one.individual if one.other == individual else one.other))
        for one in said
    ]


def _around(store: Store, case: str, individual: str) -> dict[str, object]:
    """What else the registry holds about the person."""
    pairs = store.pairs.of_individual(individual)
    others = {p.id: p.right if p.left == individual else p.left for p in pairs}
    return {
        "tracing": [t for t in store.cases.tracing(case) if t.individual == individual],
        "pairs": pairs,
        "others": {pair: store.cases.individual(other) for pair, other in others.items()},
        "likenesses": _likenesses(store, individual),
        "interviews": store.interviews.of_individual(individual),
        "decisions": store.decisions.of_individual(individual),
        "outcomes": [o for o in store.decisions.outcomes(case) if o.individual == individual],
        "views": store.cases.views(individual)[:MOST_VIEWS],
    }
