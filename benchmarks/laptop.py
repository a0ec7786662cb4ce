"""Server time of the laptop's pages with 5,000 people on it, and of its start.

    python -m benchmarks.laptop --individuals 5000

Pages are asked for in this process, one after the other, through the real app over a
real encrypted store; what the browser needs to draw them is not in these figures. A
save is the whole answer to a person's page: checks, encryption, chain and `fsync`.
The start is that of the real program, from the call to the drawn page of the lock.
"""

import argparse
import random
import re
import sys
import tempfile
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.crowd import HEAD, PASSPHRASE, Settled, copy_of, percentile, row, settle
from benchmarks.program import running_field
from benchmarks.visits import Visits
from intake.config import FieldConfig
from intake.domain.case import Case
from intake.domain.codes import CaseStatus
from intake.field.app import Options, create_app
from intake.security.passphrase import CHEAP
from intake.store import Store
from intake.store.filable import file_missing

PORT = 8000
PAGE_GOAL_MS, SAVE_GOAL_MS, START_GOAL_S = 50.0, 300.0, 3.0
FIND_GOAL_MS, LIST_GOAL_MS = 100.0, 200.0
LISTS = ("home", "drafts", "sync")
SAVE = "save a person's page"
NAMES = {"Cyrillic": "Верболоз", "Arabic": "فاطمة", "Ethiopic": "ሰላም"}


@dataclass(frozen=True, slots=True)
class Sample:
    """What the visits go to: some complete cases, and the draft."""

    complete: Sequence[Case]
    draft: Case


def sample(store: Store, count: int, seed: int = 1) -> Sample:
    """Some complete cases of all that are there, and a draft."""
    dice = random.Random(seed)  # noqa: S311
    ids = store.cases.complete_ids()
    chosen = [store.cases.get(i) for i in dice.sample(ids, min(count, len(ids)))]
    draft = store.cases.get(store.cases.latest(CaseStatus.DRAFT)[0].id)
    assert draft is not None
    return Sample([case for case in chosen if case], draft)


def visit_all(visits: Visits, some: Sample, times: int) -> None:
    """Open every kind of page, many times."""
    _lists(visits, times)
    _searches(visits, some, times)
    _cases(visits, some)
    _drafts(visits, some.draft, times)
    for number in range(times):
        _save(visits, number)


def _lists(visits: Visits, times: int) -> None:
    named = {
        "home": "/",
        "drafts": "/drafts",
        "new registration": "/cases/new?kind=family",
        "quick group": "/quick/new",
        "sync": "/sync",
        "settings": "/settings",
        "keys": "/keys",
    }
    for name, path in named.items():
        visits.each(name, [path] * times)


def _searches(visits: Visits, some: Sample, times: int) -> None:
    visits.each("find, empty box", ["/find"] * times)
    for script, name in NAMES.items():
        for _ in range(times):
            visits.post(f"find a name, {script}", "/find", {"words": name}, expect=200)
    for case in some.complete:
        visits.post("find a number", "/find", {"words": case.number})


def _cases(visits: Visits, some: Sample) -> None:
    for case in some.complete:
        visits.get("case, complete", f"/cases/{case.id}")
        visits.get("record with its history", f"/cases/{case.id}/record")
        visits.get("slip", f"/cases/{case.id}/slip")
        person = f"/cases/{case.id}/people/{case.members[0].id}"
        visits.get("amend a person's page", f"{person}/amend/who")


def _drafts(visits: Visits, case: Case, times: int) -> None:
    person = f"/cases/{case.id}/people/{case.members[0].id}"
    visits.each("case, draft", [f"/cases/{case.id}"] * times)
    visits.each("urgent needs", [f"/cases/{case.id}/urgent"] * times)
    for page in ("who", "origin", "consent"):
        visits.each(f"person: {page}", [f"{person}/{page}"] * times)
    visits.each("read back", [f"/cases/{case.id}/check"] * times)


def _save(visits: Visits, number: int) -> None:
    """Open a case and save a person's three pages; a draft was typed before each."""
    fields = {"language": "uk", "channel": "spoken", "group_kind": "single"}
    case = visits.post("open a case", "/cases/new", fields).location.split("/")[2]
    page = visits.get("", f"/cases/{case}").text
    found = re.search(rf"/cases/{case}/people/([0-9a-f]+)/who", page)
    assert found is not None
    person = f"/cases/{case}/people/{found.group(1)}"
    who = {"name": f"Оксана Приклад {number}", "sex": "f", "birth__year": "1986"}
    origin = {"birth_place": "Бахмут", "father": "Петро", "missing_relatives": "no"}
    consent = dict.fromkeys(("registration", "verification", "tracing", "referral"), "yes")
    for name, answers in (("who", who), ("origin", origin), ("consent", consent)):
        path = f"{person}/{name}"
        typed = {**answers, "rest": "asked-unknown"}
        visits.post("autosave", f"/drafts/{case}/{name}/{found.group(1)}", typed, page=path,
                    expect=200)  # fmt: skip
        visits.post(SAVE, path, typed)


def start_times(folder: Path, runs: int) -> list[float]:
    """Seconds from the call of the program to the drawn page of the lock."""
    return [_start(folder) for _ in range(runs)]


def _start(folder: Path) -> float:
    start = perf_counter()
    with running_field(folder) as base:
        for path in ("/healthz", "/unlock"):
            with urllib.request.urlopen(base + path, timeout=10) as answer:  # noqa: S310  our own
                assert answer.status == 200, path
                answer.read()
        return perf_counter() - start


def measure(made: Settled, times: int) -> Visits:
    """Visit every page of a settled laptop, many times."""
    app = create_app(made.laptop, FieldConfig(port=PORT), Options(profile=CHEAP))
    visits = Visits(app, f"http://127.0.0.1:{PORT}")
    visits.post("", "/unlock", {"passphrase": PASSPHRASE})
    holder = app.extensions["intake"].holder
    # A laptop files its people as they come, and all at once only after an update; once here.
    begun = process_time()
    file_missing(holder.store, drafts=True)
    print(
        f"file everybody at once, as after an update: {process_time() - begun:.1f} s of processor"
    )
    visit_all(visits, sample(holder.store, times), times)
    holder.close()
    return visits


def judged(visits: Visits, starts: Sequence[float]) -> list[str]:
    """Each goal and whether it is met."""
    names = list(visits.spent)
    finds = [name for name in names if name.startswith("find ")]
    pages = [name for name in names if name != SAVE]
    figures = [
        ("save p99", [SAVE], 0.99, SAVE_GOAL_MS),
        ("find p99, the slowest kind", finds, 0.99, FIND_GOAL_MS),
        ("list p99, the slowest list", LISTS, 0.99, LIST_GOAL_MS),
        ("slowest page p95", pages, 0.95, PAGE_GOAL_MS),
    ]
    told = []
    for what, of, part, goal in figures:
        spent, cpu = (
            max(percentile(kept[n], part) for n in of) for kept in (visits.spent, visits.cpu)
        )
        told.append(
            f"{_word(spent, goal)} {what}: {spent:.0f} ms, cpu {cpu:.0f} ms (goal < {goal:g})"
        )
    worst = max(starts)
    start = f"start to usable page, worst: {worst:.2f} s (goal < {START_GOAL_S:g})"
    return [*told, f"{_word(worst, START_GOAL_S)} {start}"]


def _word(value: float, goal: float) -> str:
    return "met   " if value < goal else "MISSED"


def main() -> int:
    """Run from the command line; exit 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--individuals", type=int, default=5000)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--keep", type=Path, help="folder where the made stores stay for a next run"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = copy_of(settle(chosen.keep or Path(folder) / "made", chosen.individuals), folder)
        size = (made.laptop / "intake.db").stat().st_size / 2**20
        print(f"{chosen.individuals} people, {len(made.recorded)} households, {size:.0f} MiB")
        visits = measure(made, chosen.times)
        table = [HEAD, row("record a household, ~25 events", made.recorded), *visits.table()]
        print("\n".join(table), flush=True)
        starts = start_times(made.laptop, chosen.runs)
    print("start to usable page, s:", " ".join(f"{s:.2f}" for s in starts))
    verdicts = judged(visits, starts)
    print("\n".join(verdicts))
    return int(any(line.startswith("MISSED") for line in verdicts))


if __name__ == "__main__":
    sys.exit(main())
