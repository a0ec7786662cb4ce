"""Gathers every sentence of the program and brings the catalogues up to date.

Run from the top: `python assets/extract.py`. The pure core knows no languages and
marks its sentences with N_(context, sentence).
Plural headers that were written by hand stay as they are.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext.babel_extract")]
OPTIONS = {"**/templates/**.html": {"silent": "false", "trimmed": "false"}}
_CONTEXT = ((1, "c"), 2)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_l": None,
    "_p": _CONTEXT,
    "N_": _CONTEXT,
    "lazy_gettext": None,
    "lazy_pgettext": _CONTEXT,
    "lazy_ngettext": (1, 2),
}


def template() -> Catalog:
    """Every message of the source, without where it stands: moving code changes nothing."""
    found = Catalog(project="Intake", version="1", charset="utf-8", fuzzy=False)
    found.header_comment = "# Every sentence of Intake; made by assets/extract.py."
    found.msgid_bugs_address = found.last_translator = found.language_team = ""
    for _, _, message, comments, context in extract_from_dir(
        ROOT / "intake", METHODS, OPTIONS, KEYWORDS, comment_tags=["Translators:"]
    ):
        found.add(message, auto_comments=comments, context=context)
    return found


def catalogues() -> dict[str, Path]:
    """The catalogues there are, by language."""
    files = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))
    return {path.parent.parent.name: path for path in files}


def as_text(catalogue: Catalog) -> bytes:
    """A catalogue as it lies in its file."""
    out = BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, ignore_obsolete=True, no_location=True)
    return b"\n".join(
        line for line in out.getvalue().split(b"\n") if b"POT-Creation-Date" not in line
    )


def brought_up_to_date(path: Path, locale: str, source: Catalog) -> bytes:
    """A catalogue with new messages empty, gone ones gone, and its own header."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=locale)
    catalogue.update(source, no_fuzzy_matching=True, update_creation_date=False)
    return as_text(catalogue)


def main() -> int:
    """Write the template and every catalogue anew."""
    source = template()
    TRANSLATIONS.mkdir(exist_ok=True)
    (TRANSLATIONS / "messages.pot").write_bytes(as_text(source))
    for locale, path in catalogues().items():
        path.write_bytes(brought_up_to_date(path, locale, source))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
