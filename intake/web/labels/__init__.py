"""Words for codes and questions; a test asks that none is missing."""

from enum import StrEnum

from intake.i18n import Lazy
from intake.web.labels.casework import CASEWORK
from intake.web.labels.documents import DOCUMENTS
from intake.web.labels.evidence import EVIDENCE
from intake.web.labels.family import FAMILY
from intake.web.labels.interviewing import INTERVIEWING, POINTS
from intake.web.labels.languages import LANGUAGES
from intake.web.labels.needs import NEEDS, grouped_needs
from intake.web.labels.people import PEOPLE
from intake.web.labels.questions import ASKED, QUESTION_LABELS
from intake.web.labels.verifying import VERIFYING
from intake.web.labels.vouching import VOUCHING

LABELS: dict[type[StrEnum], dict[str, Lazy]] = {
    **PEOPLE,
    **CASEWORK,
    **VERIFYING,
    **VOUCHING,
    **EVIDENCE,
    **INTERVIEWING,
    **FAMILY,
    **LANGUAGES,
    **NEEDS,
    **DOCUMENTS,
}


def label(code: StrEnum) -> Lazy:
    """The word for a code."""
    return LABELS[type(code)][code.value]


def coded(codes: type[StrEnum], said: object) -> str:
    """The word for a code; one of a newer release stays as it came."""
    known = {code.value: code for code in codes}
    return str(label(known[said])) if said in known else str(said or "")


def options(codes: type[StrEnum]) -> list[tuple[str, Lazy]]:
    """All codes of a list with their words, in the order of the list."""
    return [(code.value, label(code)) for code in codes]


def question(path: str) -> Lazy:
    """The short name of a question, as a label beside its field."""
    return QUESTION_LABELS[path]


def open_point(key: str) -> Lazy:
    """The short name of something to clear up: of a question, or of times."""
    return POINTS.get(key) or QUESTION_LABELS[key]


def asked(path: str) -> Lazy:
    """The question in plain words, as it is put to the person."""
    return ASKED[path]


__all__ = [
    "ASKED",
    "LABELS",
    "QUESTION_LABELS",
    "asked",
    "coded",
    "grouped_needs",
    "label",
    "open_point",
    "options",
    "question",
]
