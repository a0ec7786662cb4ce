"""What stands in the boxes of a page that came back, and where its error summary leads."""

import re
from html import unescape
from typing import Any

LONG = "Told at the desk. " * 1200
"""More than any box of words takes: what is refused must still stand on the page."""


def box(answer: Any, id: str) -> str:
    """The words in one box."""
    found = re.search(
        rf'<textarea[^>]* id="{re.escape(id)}"[^>]*>(.*?)</textarea>', answer.text, re.S
    )
    assert found is not None, f"no box {id}"
    return unescape(found[1]).strip()


def holding(answer: Any, words: str) -> list[str]:
    """Which boxes hold these words."""
    ids = re.findall(r'<textarea[^>]* id="([^"]+)"', answer.text)
    return [id for id in ids if box(answer, id) == words.strip()]


def leads_to(answer: Any) -> list[str]:
    """The ids that the links of the error summary go to."""
    start = answer.text.index("govuk-error-summary__list")
    return re.findall(r'href="#([^"]+)"', answer.text[start : answer.text.index("</ul>", start)])


def is_beside(answer: Any, id: str) -> bool:
    """Whether the refusal stands at this box too, and the summary leads there."""
    return f'id="{id}-error"' in answer.text and leads_to(answer) == [id]


def is_open(answer: Any, id: str) -> bool:
    """Whether the fold that a box lies in is open, so that nobody has to look for it."""
    before = answer.text[: answer.text.index(f' id="{id}"')]
    return " open" in before[before.rindex("<details") :].split(">")[0]


def whole(answer: Any) -> Any:
    """An answer whose page can be walked by keys and by ear; every test's page goes through it.

    Each id stands once; each label, each description and each link within the page lead on.
    """
    if answer.mimetype == "text/html":
        tags = re.findall(r"<[a-z][^>]*>", answer.text)
        ids = [id for tag in tags for id in re.findall(r' id="([^"]*)"', tag)]
        twice = {id for id in ids if ids.count(id) > 1}
        assert not twice, f"{answer.request.path}: more than once on the page: {sorted(twice)}"
        lost = {id for tag in tags for id in _led_to(tag)} - set(ids)
        assert not lost, f"{answer.request.path}: leads to nothing: {sorted(lost)}"
    return answer


def _led_to(tag: str) -> list[str]:
    """The ids of its own page that a tag leads to."""
    described = re.findall(r' aria-describedby="([^"]+)"', tag)
    return [
        *re.findall(r' href="#([^"]+)"', tag),
        *(re.findall(r' for="([^"]+)"', tag) if tag.startswith("<label") else ()),
        *(id for ids in described for id in ids.split()),
    ]
