"""What is told of a missing relative, line by line: for the pages and for paper."""

from collections.abc import Collection, Mapping

from intake.domain.codes import SeparationCause
from intake.domain.statement import Json
from intake.domain.tracing import (
    LAST_NEWS,
    MAY_BE,
    MAY_KNOW,
    OF_A_SEARCH,
    PARTED_BY,
    PARTED_HOW,
    SEEN_WHEN,
    SEEN_WHERE,
    SEEN_WITH,
)
from intake.i18n import Lazy, series
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.labels import coded
from intake.web.wording import in_words

_WHO = ("name", "name.other", "sex", "birth", "birth-place", "last-residence")
_WHOSE = ("father", "mother", "grandfather")
_LABELS: dict[str, Lazy] = {
    SEEN_WHEN: _l("When they were last seen"),
    SEEN_WHERE: _l("Where they were last seen"),
    SEEN_WITH: _l("Who was with them then"),
    PARTED_BY: _l("Why they were parted"),
    PARTED_HOW: _l("How they were parted"),
    LAST_NEWS: _l("Last news, and how it was heard"),
    MAY_BE: _l("Where they may have gone"),
    MAY_KNOW: _l("Other relatives who may be with them, or know of them"),
}
_LIKE = {SEEN_WHEN: "birth", SEEN_WHERE: "birth-place"}
"""Questions whose answers have the same shape."""


def sought_in_words(
    sought: Mapping[str, Json], leave_out: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Each thing that is told with its label, in the order of the page."""
    paths = (path for path in (*_WHO, *_WHOSE, *OF_A_SEARCH) if path not in leave_out)
    told = ((path, _words(path, sought.get(path))) for path in paths)
    return [(_label(path), words) for path, words in told if words]


def _label(path: str) -> str:
    return str(_LABELS.get(path) or labels.question(path))


def _words(path: str, value: Json) -> str:
    if value is None:
        return ""
    if path == PARTED_BY:
        return coded(SeparationCause, value)
    if isinstance(value, list):
        return series(in_words(path, one) for one in value)
    return in_words(_LIKE.get(path, path), value)
