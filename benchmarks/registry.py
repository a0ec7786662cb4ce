"""Server time of the registry's pages with 5,000 people received, and of screening.

    python -m benchmarks.registry --individuals 5000

The records came from a laptop in sealed bundles, and each case was screened against all
that were there before. Pages are asked for in this process, one after the other. The
invented population has few names, so there are far more pairs than a real one has.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.crowd import (
    HEAD,
    NOW,
    PASSPHRASE,
    Settled,
    copy_of,
    percentile,
    row,
    settle,
)
from benchmarks.visits import Visits
from intake.domain.codes import Role
from intake.registry.accounts import NewUser, add_user, new_secret
from intake.registry.app import Door, create_app
from intake.security.passphrase import open_vault
from intake.security.stretching import CHEAP
from intake.store import Store, open_store

PORT = 8001
PAGE_GOAL_MS, SCREEN_GOAL_MS = 50.0, 1000.0
NAMES = {"Cyrillic": "Верболоз", "Arabic": "فاطمة", "Ethiopic": "ሰላም"}
NEWEST = 100
"""Screening is told for the last so many cases: those that met nearly everybody."""


def measure(made: Settled, times: int) -> Visits:
    """Sign in as one who may do all casework and visit the pages many times."""
    store = open_store(made.registry, open_vault(made.registry / "vault.json", PASSPHRASE))
    roles = (Role.CLERK, Role.REVIEWER, Role.INTERVIEWER)
    user = NewUser("ana", "ana", "Ana", roles, PASSPHRASE, new_secret())
    store.record(add_user(store.users, user, by="ana", at=NOW, profile=CHEAP))
    start = perf_counter()
    door = Door(port=PORT, totp_off=True, profile=CHEAP)
    app = create_app(store, door, clock=lambda: NOW)
    print(f"the registry was ready to serve in {perf_counter() - start:.1f} s")
    visits = Visits(app, f"http://127.0.0.1:{PORT}")
    visits.post("", "/sign-in", {"login": "ana", "passphrase": PASSPHRASE})
    _visit(visits, store, times)
    store.close()
    return visits


def _visit(visits: Visits, store: Store, times: int, seed: int = 1) -> None:
    dice = random.Random(seed)  # noqa: S311
    visits.each("work today", ["/"] * times)
    visits.each("queue of pairs", ["/pairs"] * times)
    pairs = [pair.id for pair in store.pairs.waiting(limit=times)]
    visits.each("two records side by side", [f"/pairs/{pair}" for pair in pairs])
    ids = store.cases.complete_ids()
    cases = [store.cases.get(case) for case in dice.sample(ids, min(times, len(ids)))]
    people = [case.members[0] for case in cases if case]
    purpose = "purpose=prepare-interview"
    visits.each("a person's record", [f"/people/{person.id}?{purpose}" for person in people])
    visits.each("plan of an interview", [f"/people/{p.id}/interviews/new" for p in people])
    for script, name in NAMES.items():
        for _ in range(times):
            _search(visits, f"search a name, {script}", name)
    for person in people:
        _search(visits, "search a number", person.number)
    visits.each("incoming", ["/incoming"] * times)


def _search(visits: Visits, name: str, words: str) -> None:
    sent = {"words": words, "purpose": "prepare-interview"}
    visits.post(name, "/search", sent, expect=200)


def judged(visits: Visits, screened: Sequence[float]) -> list[str]:
    """Each goal and whether it is met."""
    pages = {name: percentile(spent, 0.95) for name, spent in visits.spent.items()}
    slowest = max(pages, key=lambda name: pages[name])
    figures = [
        (f"slowest page p95 ({slowest})", pages[slowest], PAGE_GOAL_MS),
        ("screening a new case p95", percentile(screened, 0.95), SCREEN_GOAL_MS),
    ]
    return [
        f"{'met   ' if value < goal else 'MISSED'} {name}: {value:.1f} ms (goal < {goal:g})"
        for name, value, goal in figures
    ]


def main() -> int:
    """Run from the command line; exit 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--individuals", type=int, default=5000)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument(
        "--keep", type=Path, help="folder where the made stores stay for a next run"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = copy_of(settle(chosen.keep or Path(folder) / "made", chosen.individuals), folder)
        visits = measure(made, chosen.times)
    newest = made.screened[-NEWEST:]
    print("\n".join([HEAD, *visits.table(), row("screen a new case", newest)]))
    verdicts = judged(visits, newest)
    print("\n".join(verdicts))
    return int(any(line.startswith("MISSED") for line in verdicts))


if __name__ == "__main__":
    sys.exit(main())
