"""Figures: what came in and what waits, as charts with tables, and as a file."""

import csv
from datetime import date
from io import StringIO

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.day_sheet import SEXES, bands
from intake.registry.figures import Figures, figures
from intake.registry.forms.figures import FiguresForm
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("figures", __name__)

HEADS = ("figure", "group", "count", "pcode")
TAGS = ("#indicator+name", "#indicator+group", "#affected+ind+num", "#adm1+code")
"""What each column holds, in the tags of the Humanitarian Exchange Language (hxlstandard.org)."""

_FORMULA = ("=", "+", "-", "@")


@bp.get("/figures")
@access.open_to(Action.SEE_FIGURES)
def show() -> ResponseReturnValue:
    """Show the counts of some days; small ones are hidden, the others rounded."""
    form, counted = _counted()
    return render_template(
        "registry/figures.html",
        form=form,
        chosen=form.chosen(),
        counted=counted,
        sexes=SEXES,
        bands=bands(),
    )


@bp.get("/figures.csv")
@access.open_to(Action.SEE_FIGURES)
def download() -> ResponseReturnValue:
    """Give the same counts as a file for a spreadsheet."""
    _, counted = _counted()
    out = StringIO()
    rows = csv.writer(out)
    rows.writerows((HEADS, TAGS))
    rows.writerows((figure, _plain(group), *rest) for figure, group, *rest in _lines(counted))
    name = f"figures-{counted.since}-{counted.until}.csv"
    return Response(
        out.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _counted() -> tuple[FiguresForm, Figures]:
    store = access.store()
    form = FiguresForm(request.args, sites=store.counts.sites())
    days, site = form.chosen()
    return form, figures(store, access.now().date(), days, site)


def _lines(counted: Figures) -> list[tuple[str, str, str | int, str]]:
    """Each count with what it counts, and the P-code where that is an area of a list."""
    told = {
        "registered": {f"{counted.since}/{counted.until}": counted.registered},
        "arrivals": {_span(*days): n for days, n in counted.arrivals.items()},
        "people": {" ".join(cell): n for cell, n in counted.people.items()},
        "origin": {_joined(key): n for key, n in counted.origins.items()},
        "language": counted.languages,
        "interviews": {code.value: n for code, n in counted.interviews.items()},
        "withdrawn": {code.value: n for code, n in counted.withdrawn.items()},
    }
    codes = {_joined(key): _plain(code) for key, code in counted.area_codes.items()}
    return [
        (
            figure,
            group,
            f"<{counted.fewest}" if n is None else n,
            codes.get(group, "") if figure == "origin" else "",
        )
        for figure, cells in told.items()
        for group, n in cells.items()
    ]


def _joined(key: tuple[str, str] | str) -> str:
    return "/".join(filter(None, key)) if isinstance(key, tuple) else key


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first}/{last}"


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text
