"""How many keys, boxes and pages four registrations take by keyboard alone.

    python -m benchmarks.hand_speed

The real program in its own process, the real Chromium without a window, no mouse:
Tab, arrows, Space, Enter and letters, each one counted. The time of the hands is
estimated by the keystroke-level model (S. K. Card, T. P. Moran, A. Newell: The
Keystroke-Level Model for User Performance Time with Interactive Systems.
Communications of the ACM 23 (1980) 396-410): K = 0.28 s a key for an average typist
who is no secretary, M = 1.35 s for each box and each new page, and the measured time
of the server. The hands are on the keyboard throughout, so P and H do not occur.

NOT counted, because no machine can: the talk with the person, which is most of the
time of a real registration: the notice, the questions, the interpreter, the reading
back, silence. Nor mistakes, corrections, other scripts' keyboards, the printer.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crowd import PASSPHRASE, add_officer, fresh
from benchmarks.keyboard import Count, Keyboard
from benchmarks.program import running_field
from tests.flows.browser import chromium

KEY_S, MENTAL_S = 0.28, 1.35
URGENT = ("doctor", "child_alone", "shelter", "afraid", "alone")
PURPOSES = ("registration", "verification", "tracing", "referral")


@dataclass(frozen=True, slots=True)
class Member:
    """One of the invented family, as typed in the Latin script."""

    name: str
    sex: str
    birth: tuple[str, str, str]
    relation: str


FAMILY = (
    Member("Oksana Verboloz", "f", ("9", "2", "1986"), "focal-point"),
    Member("Andriy Verboloz", "m", ("14", "11", "1983"), "spouse-partner"),
    Member("Nazar Verboloz", "m", ("3", "6", "2009"), "child"),
    Member("Yuliya Verboloz", "f", ("21", "8", "2013"), "child"),
    Member("Ostap Verboloz", "m", ("", "", "2019"), "child"),
)


@dataclass(frozen=True, slots=True)
class Task:
    """A registration to be timed, and what it may cost."""

    name: str
    do: Callable[[Keyboard], None]
    most_s: float = 0.0
    most_inputs: int = 0


def quick_group(hands: Keyboard) -> None:
    """Five people counted, five urgent questions, a slip."""
    hands.follow("main a[href='/quick/new']")
    hands.choose("language", "uk")
    hands.choose("channel", "spoken")
    hands.choose("group_kind", "family")
    for part, number in (("f-5-11", "1"), ("m-5-11", "1"), ("m-12-17", "1")):
        hands.write(f"tally__{part}", number)
    for part in ("f-18-59", "m-18-59"):
        hands.write(f"tally__{part}", "1")
    hands.write("call_name", "Oksana")
    hands.write("origin", "Bakhmut")
    for question in URGENT:
        hands.choose(f"urgent_{question}", "no")
    hands.choose("read_back", "yes")
    hands.save()
    assert hands.page.url.endswith("/slip"), hands.page.url


def full_family(hands: Keyboard) -> None:
    """Five people with every question asked and answered, read back, slips."""
    hands.follow("main a[href='/cases/new?kind=family']")
    hands.choose("language", "uk")
    hands.choose("channel", "spoken")
    hands.write("people", str(len(FAMILY)))
    hands.save()
    for question in URGENT:
        hands.choose(f"urgent_{question}", "no")
    hands.save()
    for number, member in enumerate(FAMILY):
        assert hands.page.url.endswith("/who"), hands.page.url
        _who(hands, member)
        _origin(hands, member)
        _consent(hands, is_child=number > 1)
    _read_back(hands, "yes")


def _read_back(hands: Keyboard, answer: str) -> None:
    """Complete the record and open the slips."""
    hands.by_number("read_back", answer)
    hands.save()
    hands.follow("main a[href$='/slip']")
    assert hands.page.url.endswith("/slip"), hands.page.url


def _who(hands: Keyboard, member: Member) -> None:
    hands.write("name", member.name)
    hands.choose("sex", member.sex)
    hands.choose("relationship", member.relation)
    for part, text in zip(("day", "month", "year"), member.birth, strict=True):
        if text:
            hands.write(f"birth__{part}", text)
    hands.tick("languages__tags", "uk")
    hands.save()


def _origin(hands: Keyboard, member: Member) -> None:
    hands.write("birth_place", "Bakhmut")
    hands.write("last_residence", "Bakhmut, near the mill")
    hands.write("nationality", "Ukraine")
    hands.choose("missing_relatives", "no")
    hands.write("father", "Andriy Verboloz")
    hands.write("mother", "Oksana Verboloz")
    if member.relation in ("focal-point", "spouse-partner"):
        hands.write("spouse", "Andriy Verboloz")
        hands.choose("documents__0_kind", "passport")
        hands.choose("documents__0_status", "destroyed")
    hands.choose("rest", "asked-unknown")
    hands.save()


def _consent(hands: Keyboard, *, is_child: bool) -> None:
    for purpose in PURPOSES:
        hands.choose(purpose, "yes")
    if is_child:
        hands.choose("given_by", "caregiver-and-child")
    else:
        hands.choose("private_moment", "offered-declined")
        hands.write("testimony", "We came over the bridge in the night. The house is gone.")
    hands.choose("rest", "asked-declined")
    hands.save()


def adult_in_an_emergency(hands: Keyboard) -> None:
    """One adult with the least that an emergency registration asks, all of it answered."""
    hands.follow("main a[href='/cases/new?kind=single']")
    hands.choose("language", "uk")
    hands.choose("channel", "spoken")
    hands.save()
    for question in URGENT:
        hands.choose(f"urgent_{question}", "no")
    hands.save()
    hands.write("name", "Oksana Verboloz")
    hands.choose("sex", "f")
    hands.write("birth__age", "34")
    hands.tick("languages__tags", "uk")
    hands.save()
    hands.write("last_residence", "Bakhmut")
    hands.write("nationality", "Ukraine")
    hands.choose("missing_relatives", "no")
    hands.choose("rest", "asked-unknown")
    hands.save()
    for purpose in PURPOSES:
        hands.choose(purpose, "yes")
    hands.choose("private_moment", "offered-declined")
    hands.write("safe_contact", "0501234567")
    hands.save()
    _read_back(hands, "yes")


def declines_everything(hands: Keyboard) -> None:
    """Somebody who came alone, gives a name to be called by, and nothing else."""
    hands.follow("main a[href='/cases/new?kind=single']")
    hands.choose("language", "uk")
    hands.choose("channel", "spoken")
    hands.save()
    hands.choose("rest", "asked-declined")
    hands.save()
    hands.write("name", "Oksana")
    hands.choose("rest", "asked-declined")
    hands.save()
    hands.choose("rest", "asked-declined")
    hands.save()
    for purpose in PURPOSES:
        hands.choose(purpose, "no")
    hands.choose("private_moment", "offered-declined")
    hands.save()
    _read_back(hands, "refuses")


TASKS = (
    Task("quick group of five", quick_group, most_s=180),
    Task("adult in an emergency", adult_in_an_emergency, most_s=480),
    Task("full family of five", full_family, most_s=900),
    Task("declines everything", declines_everything, most_inputs=12),
)


def estimate_s(count: Count) -> float:
    """Seconds of hands, eyes and machine by the keystroke-level model."""
    return KEY_S * count.keys + MENTAL_S * count.decisions + count.server_s


def run(folder: Path, tasks: tuple[Task, ...] = TASKS) -> dict[str, Count]:
    """Do each task once at a fresh laptop; what each took, by name."""
    laptop = fresh(folder / "laptop")
    add_officer(laptop)
    laptop.close()
    counts = {}
    with running_field(folder / "laptop") as base, chromium() as browser:
        hands = Keyboard(browser, base)
        hands.page.goto(base + "/unlock?lang=en", wait_until="load")
        hands.write("passphrase", PASSPHRASE)
        hands.save()
        for task in tasks:
            hands.begin()
            task.do(hands)
            counts[task.name] = hands.count
    return counts


def table(counts: dict[str, Count]) -> list[str]:
    """The figures as lines of text."""
    heads = ("keys", "typed", "Tab", "inputs", "pages", "server s", "estimate")
    lines = ["".ljust(24) + "".join(head.rjust(10) for head in heads)]
    for name, c in counts.items():
        spent = estimate_s(c)
        cells = (c.keys, c.typed, c.tabs, c.inputs, c.pages, f"{c.server_s:.2f}",
                 f"{spent // 60:.0f} min {spent % 60:.0f} s")  # fmt: skip
        lines.append(name.ljust(24) + "".join(str(cell).rjust(10) for cell in cells))
    return lines


def judged(counts: dict[str, Count]) -> list[str]:
    """Each goal and whether it is met."""
    lines = []
    for task in TASKS:
        count = counts[task.name]
        if task.most_s:
            met, told = estimate_s(count) <= task.most_s, f"≤ {task.most_s / 60:g} min of hands"
        else:
            met, told = count.inputs <= task.most_inputs, f"≤ {task.most_inputs} inputs"
        lines.append(f"{'met   ' if met else 'MISSED'} {task.name}: {told}")
    return lines


def main() -> int:
    """Run from the command line; exit 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walks", action="store_true", help="also tell the Tabs of each page")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = run(Path(folder))
    verdicts = judged(counts)
    print("\n".join([*table(counts), *verdicts]))
    if chosen.walks:
        for name, count in counts.items():
            print(name, count.walk)
    return int(any(line.startswith("MISSED") for line in verdicts))


if __name__ == "__main__":
    sys.exit(main())
