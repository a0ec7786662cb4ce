"""Colours of the screen: each theme can be read, and none of them reaches paper."""

import re
from pathlib import Path

import pytest

import intake.web
from intake.web.language import THEMES

SHEETS = {
    name: (Path(intake.web.__file__).parent / "static" / f"app.{name}.css").read_text("utf-8")
    for name in ("ltr", "rtl")
}
TEXT = 4.5
EDGE = 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

READ = (
    ("ink", "paper"), ("ink", "shade"), ("ink-soft", "paper"), ("ink-soft", "shade"),
    ("quiet", "paper"), ("quiet", "shade"), ("accent", "paper"), ("accent", "accent-wash"),
    ("accent-deep", "paper"), ("accent-deep", "shade"), ("accent-deep", "accent-wash"),
    ("ink", "accent-wash"), ("on-accent", "accent"), ("on-accent", "accent-deep"),
    ("on-accent", "differ"), ("on-accent", "differ-deep"), ("agree", "agree-wash"),
    ("differ", "differ-wash"), ("differ", "paper"), ("differ", "shade"), ("wait", "wait-wash"),
    ("ink", "wait-wash"), ("ink", "differ-wash"), ("ink", "mark"), ("bar-ink", "bar"),
    ("bar-soft", "bar"), ("govuk-link-colour", "paper"), ("govuk-link-colour", "shade"),
    ("govuk-link-visited-colour", "paper"), ("govuk-error-colour", "paper"),
)  # fmt: skip
EDGES = (
    ("govuk-input-border-colour", "paper"), ("govuk-input-border-colour", "shade"),
    ("accent", "paper"), ("differ", "paper"), ("quiet", "paper"), ("other", "paper"),
    ("other", "shade"), ("focus", "bar"),
)  # fmt: skip


def colours(theme: str) -> dict[str, str]:
    """The colours in force under a theme: its own, else the usual ones."""
    found = dict(re.findall(r"--([a-z-]+): ?(#[0-9a-f]{6})", rules(":root")))
    for name, usual in re.findall(r"var\(--(govuk-[a-z-]+), ?(#[0-9a-f]{6})\)", SHEETS["ltr"]):
        found.setdefault(name, usual)
    return found | dict(re.findall(r"--([a-z-]+): ?(#[0-9a-f]{6})", rules(f".theme-{theme}")))


def rules(selector: str) -> str:
    """What every rule of this very selector says."""
    return "".join(re.findall(rf"(?<=[}}{{]){re.escape(selector)}{{([^}}]*)}}", SHEETS["ltr"]))


def light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_knows_black_from_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read(theme):
    found = colours(theme)
    pale = [(a, b) for a, b in READ if contrast(found[a], found[b]) < TEXT]
    assert pale == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_edge_can_be_seen(theme):
    found = colours(theme)
    assert [(a, b) for a, b in EDGES if contrast(found[a], found[b]) < EDGE] == []


@pytest.mark.parametrize("theme", ["sun", "night"])
def test_lines_can_be_seen_in_sun_and_by_night(theme):
    found = colours(theme)
    assert contrast(found["line"], found["paper"]) >= EDGE


def test_the_night_is_dark_and_tells_the_browser_so():
    assert light(colours("night")["paper"]) < 0.02
    assert "color-scheme:dark" in rules(".theme-night").replace(" ", "")


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("theme", ["sun", "night"])
def test_a_theme_is_for_the_screen_and_paper_stays_as_it_is(sheet, theme):
    css = SHEETS[sheet]
    inside = [depth_of(css, found.start()) for found in re.finditer(rf"\.theme-{theme}\b", css)]
    assert inside
    assert set(inside) == {"@media screen"}


def depth_of(css: str, at: int) -> str:
    """The query that the rule at this place stands in; "" for none."""
    before = css[:at]
    open_at = [found.start() for found in re.finditer(r"@media [^{]+{", before)]
    for start in reversed(open_at):
        if before.count("{", start) > before.count("}", start):
            return css[start : css.index("{", start)]
    return ""


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_slip_is_black_on_white_under_every_theme(sheet):
    slip = "".join(re.findall(r"(?<=})\.slip{([^}]*)}", SHEETS[sheet]))
    assert "background:#fff" in slip
    assert "color:#000" in slip
