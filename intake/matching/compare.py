"""One function for each kind of evidence; none of them knows of any other.

Every function is symmetric and monotone: a better agreement never weighs less.
"""

from collections.abc import Iterable
from functools import lru_cache

from intake.matching.align import share_of
from intake.matching.birth import Birth, years_between
from intake.matching.evidence import Finding, not_known
from intake.matching.keys import given_skeletons
from intake.matching.likeness import word_likeness
from intake.matching.person import Companion, Person
from intake.matching.reading.place_names import is_renamed, place_words, whole
from intake.matching.stats import Stats
from intake.matching.why import Reason

_SEXES = ("f", "m")
_CALENDAR_YEARS = frozenset((7, 8, 579, 580, 621, 622))
"""Years between calendars when one was written for another: Ethiopian 7–8, Hijri about
579, Solar Hijri 621–622."""
_ETHIOPIC = frozenset(("am", "ti", "om", "aa", "so"))


def compare_sex(left: str, right: str) -> Finding:
    """Sex as recorded; any other answer than f or m compares with nothing."""
    if left not in _SEXES or right not in _SEXES:
        return not_known("sex", left, right)
    if left == right:
        return Finding("sex", left, right, Reason.SAME, own=(("sex.same", 1.0),))
    return Finding("sex", left, right, Reason.DIFFERENT, own=(("sex.different", 1.0),))


def compare_birth(left: Person, right: Person) -> Finding:
    """Two births as intervals, with the slips that clerks and calendars make."""
    a, b = left.birth, right.birth
    if a is None or b is None:
        return not_known("birth", a.said if a else "", b.said if b else "")
    level, why = _slip(a, b) or _years(a, b)
    if level in _CONTRARY and _is_calendar_slip(a, b, {left.lang[:2], right.lang[:2]}):
        level, why = "another-calendar", Reason.OTHER_CALENDAR
    return Finding("birth", a.said, b.said, why, own=(("birth." + level, 1.0),))


def _slip(a: Birth, b: Birth) -> tuple[str, Reason] | None:
    """Agreement of two dates said to the day, exact or with one usual slip."""
    if not (a.exact and b.exact):
        return None
    same_year, same_month, same_day = a.earliest == b.earliest, a.month == b.month, a.day == b.day
    if same_month and same_day:
        if same_year:
            return "same-day", Reason.SAME_DAY
        if _one_digit(a.earliest, b.earliest):
            return "one-digit", Reason.DIGIT_SLIP
    if same_year and (a.month, a.day) == (b.day, b.month):
        return "day-and-month-swapped", Reason.DAY_MONTH_SWAPPED
    if abs(_day_count(a) - _day_count(b)) <= 13:
        return "near-day", Reason.NEAR_DAY
    return None


def _day_count(birth: Birth) -> int:
    return round(birth.earliest * 365.25 + birth.month * 30.4 + birth.day)


def _one_digit(left: int, right: int) -> bool:
    """One digit misread by at most ten years, or two swapped; more is a generation."""
    differing = [(x, y) for x, y in zip(str(left), str(right), strict=True) if x != y]
    if len(differing) == 1:
        return abs(left - right) <= 10
    return len(differing) == 2 and differing[0] == differing[1][::-1]


def _years(a: Birth, b: Birth) -> tuple[str, Reason]:
    apart = years_between(a, b)
    if apart:
        return _apart(apart, not (a.exact and b.exact))
    if a.earliest != a.latest or b.earliest != b.latest:
        return "dates-overlap", Reason.DATES_OVERLAP
    if a.vague or b.vague:
        return "same-year-vague", Reason.SAME_YEAR
    if not (a.month and b.month):
        return "same-year", Reason.SAME_YEAR
    if a.month != b.month:
        return "same-year-other-month", Reason.SAME_YEAR
    if a.day and b.day:
        return "same-month-other-day", Reason.SAME_MONTH
    return "same-month", Reason.SAME_MONTH


_APART = (1, 2, 3, 5, 10, 14)
_CONTRARY = frozenset(f"{v}apart-{n}" for v in ("", "vague-") for n in (*_APART, "more"))


def _apart(apart: int, vague: bool) -> tuple[str, Reason]:
    most = next((str(most) for most in _APART if apart <= most), "more")
    level = f"{'vague-' if vague else ''}apart-{most}"
    return level, Reason.NEAR_YEAR if apart <= 2 else Reason.YEARS_APART


def _is_calendar_slip(a: Birth, b: Birth, langs: set[str]) -> bool:
    apart = years_between(a, b)
    if apart not in _CALENDAR_YEARS:
        return False
    return apart > 100 or bool(langs & _ETHIOPIC)


def compare_place(field: str, left: str, right: str, stats: Stats) -> Finding:
    """Two places by sound, by their words, and by the names they once had."""
    if not left or not right:
        return not_known(field, left, right)
    share, why = _place_share(left, right, stats.weights["place.old-name"])
    if share <= 0:
        return Finding(field, left, right, why, shared=((field + ".differs", -share),))
    bits = stats.place_bits(left, right) * share
    return Finding(field, left, right, why, shared=((field + ".agrees", bits),))


@lru_cache(maxsize=20_000)
def _place_share(left: str, right: str, renamed: float) -> tuple[float, Reason]:
    a, b = whole(left), whole(right)
    share = share_of(word_likeness(a.said, b.said))
    if share < renamed and is_renamed(left, right):
        return renamed, Reason.OLD_NAME_OF_PLACE
    if share <= 0:
        pairs = ((x.said, y.said) for x in place_words(left) for y in place_words(right))
        likest = max((word_likeness(x, y) for x, y in pairs if min(len(x), len(y)) > 2), default=0)
        part = share_of(likest)
        if part > 0.5:
            return part * 0.7, Reason.PART_AGREES
        return share, Reason.DIFFERENT
    if share == 1:
        return share, Reason.SAME_TEXT
    return share, Reason.SAME_SOUND if share >= 0.7 else Reason.CLOSE_SPELLING


def compare_companions(left: Person, right: Person, stats: Stats) -> Finding:
    """Who came along: a family found as a family."""
    said = (names_of(left.companions), names_of(right.companions))
    if not left.companions or not right.companions:
        return not_known("group", *said)
    theirs = [_seen(companion) for companion in right.companions]
    pairs = sorted(
        (
            (-_companion_bits(a, b, stats), i, j)
            for i, a in enumerate(map(_seen, left.companions))
            for j, b in enumerate(theirs)
        ),
        key=lambda pair: (pair[0], pair[1] + pair[2], abs(pair[1] - pair[2])),
    )
    total, used_left, used_right = 0.0, set[int](), set[int]()
    for bits, i, j in pairs:
        if bits < 0 and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            total -= bits
    if not total and (left.is_sought or right.is_sought):
        # Whoever is sought is apart from those who search: other company says nothing.
        return not_known("group", *said, Reason.APART)
    if not total:
        differs = (("group.differs", 1.0),)
        return Finding("group", *said, Reason.OTHER_COMPANIONS, shared=differs)
    agrees = (("group.agrees", min(total, stats.weights["group.most"])),)
    return Finding("group", *said, Reason.SAME_COMPANIONS, shared=agrees)


_Seen = tuple[frozenset[str], Birth | None]
"""A companion as compared: how the given name may sound, and the birth."""


def _companion_bits(a: _Seen, b: _Seen, stats: Stats) -> float:
    common = a[0] & b[0]
    if not common:
        return 0.0
    bits = min(stats.weights["group.companion"], stats.name_bits(common) / 2)
    if a[1] is None or b[1] is None:
        return bits
    apart = years_between(a[1], b[1])
    if apart > 2:
        return 0.0
    return bits + (stats.weights["group.companion-year"] if apart <= 1 else 0.0)


@lru_cache(maxsize=20_000)
def _seen(companion: Companion) -> _Seen:
    given = frozenset(s for name in companion.names for s in given_skeletons(name))
    return given, companion.birth


def names_of(companions: Iterable[Companion]) -> str:
    """Who came along, as it is told."""
    return ", ".join(c.names[0].text for c in companions if c.names)
