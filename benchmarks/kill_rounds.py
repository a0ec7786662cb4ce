"""Kills the field app with signal 9 while pages are saved; counts what is missing after.

    python benchmarks/kill_rounds.py --rounds 200

Every round starts the real program on a real encrypted store, saves pages over
HTTP until a random moment, kills the process, opens the store again and looks for
every save that was acknowledged, and whether all chains verify.
"""

import argparse
import http.client
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from intake.domain.event import OfficerAdded
from intake.security.passphrase import CHEAP, create_vault, open_vault
from intake.store import open_store

HOST = "127.0.0.1"
PASSPHRASE = "only for this measurement"  # noqa: S105  opens an empty store
STARTS_IN_S = 30.0
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
REVISION = re.compile(r'name="rev" value="([^"]*)"')


@dataclass
class Visitor:
    """A browser without pictures: keeps its cookie, sends back what a form hides."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> tuple[int, str, str]:
        """Fetch a page: status, text, where it leads."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str, str]:
        """Fill the form of a page and send it."""
        _status, page, _to = self.get(path)
        hidden = {"csrf_token": TOKEN.search(page), "rev": REVISION.search(page)}
        body = {name: found.group(1) for name, found in hidden.items() if found} | fields
        return self._ask("POST", path, urllib.parse.urlencode(body))

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str, str]:
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        # Closed also when the process dies in the middle of an answer.
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=10)) as connection:
            connection.request(method, path, body, headers)
            with connection.getresponse() as answer:
                text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, text, answer.getheader("Location") or ""


@dataclass
class Tally:
    """What all rounds together showed."""

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    broken: int = 0


def run_rounds(rounds: int, folder: Path, seed: int = 1) -> Tally:
    """Do so many rounds on one store; nothing may be lost from any of them."""
    dice = random.Random(seed)  # noqa: S311
    tally = Tally()
    _prepare(folder)
    saved: dict[str, str] = {}
    for _round in range(rounds):
        saved |= _one_round(folder, dice)
        lost, broken = _look(folder, saved)
        tally.rounds += 1
        tally.acknowledged = len(saved)
        tally.lost += lost
        tally.broken += broken
    return tally


def _prepare(folder: Path) -> None:
    """A laptop that was set up: a vault, a store, one officer."""
    store = open_store(folder, create_vault(folder / "vault.json", PASSPHRASE, CHEAP))
    at = datetime.now(UTC)
    store.record(
        OfficerAdded(officer="o1", name="Mira", site="Gate", language="en", by="o1", at=at)
    )
    store.close()


def _one_round(folder: Path, dice: random.Random) -> dict[str, str]:
    """Save until killed; returns the saves that were answered, as name → case."""
    process, port = _start(folder)
    saved: dict[str, str] = {}
    worker = threading.Thread(target=_save_on, args=(port, dice.random(), saved), daemon=True)
    worker.start()
    _wait_for(lambda: len(saved) > 1 or not worker.is_alive())
    time.sleep(dice.uniform(0.0, 0.25))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    worker.join()
    if not saved:
        message = "nothing was saved before the kill"
        raise RuntimeError(message)
    return dict(saved)


def _start(folder: Path) -> tuple[subprocess.Popen[str], int]:
    command = [sys.executable, "-m", "intake", "field", "--port", "0", "--no-browser"]
    process = subprocess.Popen(  # noqa: S603  our own program, no shell
        [*command, "--data", str(folder)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if found:
            return process, int(found.group(1))
    message = "the field app did not start"
    raise RuntimeError(message)


def _save_on(port: int, mark: float, saved: dict[str, str]) -> None:
    """Open cases and save names, and note each save whose answer came back."""
    visitor = Visitor(port)
    number = 0
    try:
        _unlock(visitor)
        while True:
            number += 1
            case = _open_case(visitor)
            person = _first_person(visitor, case)
            name = f"Mark {mark:.9f} {number}"
            page = f"/cases/{case}/people/{person}/who"
            status, _text, _to = visitor.post(page, {"name": name, "rest": ""})
            if status == 303:
                saved[name] = case
    except (OSError, http.client.HTTPException):
        return  # the process is gone, as planned


def _unlock(visitor: Visitor) -> None:
    status, _text, to = visitor.post("/unlock", {"passphrase": PASSPHRASE})
    assert status == 303, status
    if "officer" in to:
        visitor.post(to, {"name": "Mira", "site": "Gate", "language": "en"})


def _open_case(visitor: Visitor) -> str:
    fields = {"language": "uk", "channel": "spoken", "group_kind": "single", "people": "1"}
    status, text, to = visitor.post("/cases/new", fields)
    assert status == 303, text
    return to.split("/cases/")[1].split("/")[0]


def _first_person(visitor: Visitor, case: str) -> str:
    _status, text, _to = visitor.get(f"/cases/{case}")
    found = re.search(rf"/cases/{case}/people/([0-9a-f]+)/who", text)
    assert found is not None
    return found.group(1)


def _wait_for(ready: object) -> None:
    until = time.monotonic() + STARTS_IN_S
    while time.monotonic() < until and not ready():  # type: ignore[operator]
        time.sleep(0.005)


def _look(folder: Path, saved: dict[str, str]) -> tuple[int, int]:
    """How many acknowledged saves are missing, and whether a chain is broken."""
    store = open_store(folder, open_vault(folder / "vault.json", PASSPHRASE))
    names = {
        member.text("name")
        for case in set(saved.values())
        for found in [store.cases.get(case)]
        if found is not None
        for member in found.members
    }
    broken = len(store.verify())
    store.close()
    return sum(name not in names for name in saved), broken


def main() -> int:
    """Run from the command line; exit 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run_rounds(chosen.rounds, Path(folder), chosen.seed)
    print(
        f"rounds {tally.rounds}, acknowledged saves {tally.acknowledged}, "
        f"lost {tally.lost}, broken chains {tally.broken}"
    )
    return 1 if tally.lost or tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
