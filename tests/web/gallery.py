"""A small app that shows every widget once; for the tests and for looking at it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for

from intake.domain.codes import (
    Channel,
    ConsentAnswer,
    GroupKind,
    PairVerdict,
    Purpose,
    Relationship,
    Role,
)
from intake.errors import RuleBroken, WrongPassphrase
from intake.i18n import lazy_gettext as _l
from intake.security.roles import Action
from intake.web import access
from intake.web.app import make_app
from intake.web.compound import ask
from intake.web.fields import (
    CheckField,
    CodeField,
    CountField,
    NumberField,
    PassphraseField,
)
from intake.web.forms import BaseForm, typed
from intake.web.holder import StoreHolder
from intake.web.shell import NavItem, Shell, Status

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PASSPHRASE = "invented words for a test"
OFFICER = "0f" * 16


class Store:
    """Stands where a store stands; the shell only ever closes it."""

    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def pass_minutes(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


def open_gallery_store(passphrase: str) -> Any:
    """Open with the one passphrase, as a vault would."""
    if passphrase != PASSPHRASE:
        raise WrongPassphrase(wait_s=2)
    return Store()


class UnlockForm(BaseForm):
    """One box."""

    passphrase = PassphraseField("Passphrase", needed=True)


class PersonForm(BaseForm):
    """The questions of one person on one page."""

    name = ask("name", needed=True, hint=_l("Write it as the person says or writes it."))
    name_latin = ask("name.latin", lang="und-Latn")
    father = ask("father")
    mother = ask("mother")
    birth = ask("birth", needed=True)
    sex = ask("sex", needed=True)
    nationality = ask("nationality")
    birth_place = ask("birth-place", needed=True)
    last_residence = ask("last-residence")
    relationship = ask("relationship")
    missing = ask("missing-relatives")
    languages = ask("languages", languages=("uk", "ru", "ar", "prs"))
    documents = ask("documents")
    testimony = ask("testimony", rows=4)


class GroupForm(BaseForm):
    """What is asked of a group, and the plain fields."""

    kind = CodeField("How the group belongs together", codes=GroupKind, needed=True)
    tally = ask("tally")
    doctor = ask("urgent.doctor")
    told = CodeField("How the notice was given", codes=Channel)
    agrees = CodeField(
        "Registration", codes=ConsentAnswer, only=(ConsentAnswer.YES, ConsentAnswer.NO)
    )
    number = NumberField("Scan or type a number")
    slips = CountField("Slips", most=50)
    read_aloud = CheckField("I read the notice aloud")


class VerdictForm(BaseForm):
    """The decision on two records."""

    verdict = CodeField("Your decision", codes=PairVerdict, needed=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of evidence."""

    what: str
    left: str
    right: str
    outcome: str
    weight: float
    why: str


EVIDENCE = (
    Row("Name", "عبد الرحمن محمد الحسن", "عبدالرحمن محمد حسن", "agrees", 6.1, "spelling variants"),
    Row("Father's name", "محمد", "محمد", "agrees", 0.4, "very common value, weak evidence"),
    Row("Born", "about 30–35 years old", "July 1994", "agrees", 0.8, "inside the age range"),
    Row("Mother's name", "زينب", "مريم", "differs", -3.9, "different names; ask in the interview"),
    Row("Birthplace", "El Fasher", "El Geneina", "differs", -2.2, "370 km apart"),
    Row("Clan or tribe", "not asked", "Masalit", "unknown", 0, "one side is silent"),
    Row("People in the group", "wife, 3 children", "wife, 3 children", "agrees", 4.4, "two agree"),
)

bp = Blueprint("gallery", __name__, template_folder="gallery_templates")


@bp.get("/")
@access.open_to(Action.REGISTER)
def home() -> str:
    """Show the list pages are made of."""
    return render_template("gallery/home.html", purposes=list(Purpose), kin=list(Relationship))


@bp.route("/person", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def person() -> Any:
    """Show the dense form."""
    form = PersonForm(request.form)
    if request.method == "POST" and form.validate():
        flash("saved", "good")
        return redirect(url_for("gallery.home"), code=303)
    return render_template("gallery/person.html", form=form), form.status


@bp.route("/group", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def group() -> Any:
    """Show the other fields; "refused" comes back as the domain would refuse it."""
    form = GroupForm(request.form)
    if request.method == "POST" and form.validate():
        form.refuse(RuleBroken(path=request.args.get("path", "")))
    return render_template("gallery/group.html", form=form), form.status


@bp.post("/draft")
@access.open_to(Action.REGISTER)
def draft() -> Any:
    """Keep what is typed."""
    return {"rev": 2, "fields": len(typed(request.form))}


@bp.get("/review")
@access.open_to(Action.REGISTER)
def review() -> str:
    """Show two records side by side."""
    return render_template("gallery/review.html", rows=EVIDENCE, form=VerdictForm())


@bp.get("/audit")
@access.open_to(Action.SEE_AUDIT)
def audit() -> str:
    """Nobody of the field may see this."""
    return "never"


@bp.get("/undeclared")
def undeclared() -> str:
    """A view somebody forgot to declare."""
    return "never"


@bp.get("/crash")
@access.open_to_everyone
def crash() -> str:
    """A bug."""
    raise ZeroDivisionError


@bp.get("/refuse/<code>")
@access.open_to_everyone
def refuse(code: str) -> str:
    """Raise the error with this code."""
    raise next(kind for kind in all_errors() if kind.code == code)()


@bp.post("/machine")
@access.open_to_machines(max_bytes=10)
def machine() -> Any:
    """Take what a device sends."""
    return {"size": len(request.get_data())}


@bp.post("/small")
@access.open_to(Action.REGISTER, max_bytes=200)
def small() -> Any:
    """Take little from somebody signed in."""
    return {"size": len(request.get_data())}


@bp.route("/unlock", methods=["GET", "POST"])
@access.open_to_everyone
def unlock() -> Any:
    """Sign in."""
    form = UnlockForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            access.shell().holder.open(form.passphrase.answer.value)
        except WrongPassphrase as error:
            form.refuse(error)
        else:
            access.sign_in(OFFICER)
            return redirect(access.next_page(url_for("gallery.home")), code=303)
    return render_template("gallery/unlock.html", form=form), form.status


@bp.post("/lock")
@access.open_to_everyone
def lock() -> Any:
    """Lock."""
    access.shell().holder.close()
    access.sign_out()
    return redirect(url_for("gallery.unlock"), code=303)


def all_errors(root: type[Any] | None = None) -> list[type[Any]]:
    """Every error there is, the root first."""
    from intake.errors import IntakeError

    kind = root or IntakeError
    return [kind, *(found for child in kind.__subclasses__() for found in all_errors(child))]


def make_gallery(
    clock: Callable[[], datetime] | None = None, *, port: int = 5050, **changed: Any
) -> Flask:
    """Make the app."""
    holder = StoreHolder(open_gallery_store, clock=clock or Clock())
    given: dict[str, Any] = {
        "holder": holder,
        "roles_of": lambda user: (Role.FIELD,),
        "secret": "an invented secret for tests",
        "hosts": ("127.0.0.1", "localhost"),
        "port": port,
        "sign_in_endpoint": "gallery.unlock",
        "sign_out_endpoint": "gallery.lock",
        "home_endpoint": "gallery.home",
        "nav": (
            NavItem("gallery.person", _l("New person"), Action.REGISTER, key="n"),
            NavItem("gallery.group", _l("Group"), Action.REGISTER),
            NavItem("gallery.review", _l("Compare"), Action.REGISTER),
            NavItem("gallery.audit", _l("Audit"), Action.SEE_AUDIT),
        ),
        "status": lambda: Status("⏳", "14 records waiting to sync · last sync 19 Nov 08:40"),
        "place": lambda: "team K7",
    }
    return make_app(__name__, Shell(**(given | changed)), blueprints=[bp])


if __name__ == "__main__":
    from intake.web.holder import utc_now

    make_gallery(utc_now, port=5050).run(port=5050)
