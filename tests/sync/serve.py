"""A registry in a process of its own: `python -m tests.sync.serve FOLDER KEY`.

Prints the port it listens on, serves the sync API, and leaves when its input ends.
"""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.registry.views.sync import make_blueprint
from intake.store import open_store
from intake.web.app import make_app
from intake.web.holder import StoreHolder
from intake.web.server import make_server
from intake.web.shell import Shell
from tests.rules.tree import ROOT
from tests.sync.parties import KEY

HOST = "127.0.0.1"


@contextmanager
def served(folder: Path, key: bytes = KEY) -> Iterator[str]:
    """The address of a registry that another process serves from this folder."""
    command = [sys.executable, "-m", "tests.sync.serve", str(folder), key.hex()]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.stdin.close()
            assert process.wait(timeout=30) == 0


def free_port() -> int:
    """A port that nobody listens on now; the app must know it before it listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def main(folder: str, key: str) -> None:
    """Serve until the standard input ends."""
    store = open_store(Path(folder), bytes.fromhex(key))
    holder = StoreHolder(lambda _: store, idle=None)
    holder.hold(store)
    shell = Shell(
        holder=holder,
        roles_of=lambda _: (),
        secret=bytes(32),
        hosts=(HOST,),
        port=free_port(),
        sign_in_endpoint="healthz",
        role="registry",
    )
    app = make_app("intake.registry", shell, blueprints=[make_blueprint(name="Registry")])
    server = make_server(app, host=HOST, port=shell.port)
    threading.Thread(target=server.run, daemon=True).start()
    sys.stdout.write(f"{shell.port}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.close()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
