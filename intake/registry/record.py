"""A person's record as a page shows it: all said, what differs, what is hidden."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from intake.domain.codes import Role
from intake.domain.contradiction import contradictions, differs
from intake.domain.questions import QUESTIONS
from intake.domain.statement import Said, current
from intake.registry.masking import is_untold, may_read, veiled

LONG = 400
"""A text longer than this is folded away, so that the rest of the record stays in sight."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement; `standing` unless a later one took its place."""

    said: Said
    standing: bool
    is_long: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Everything said about one question, newest standing statement first."""

    path: str
    differs: bool
    masked: bool
    lines: tuple[Line, ...]


def blocks(
    said: Collection[Said],
    roles: Collection[Role],
    *,
    members: Collection[str] = (),
    unlike: Callable[[Said, Said], bool] = differs,
) -> list[Block]:
    """Group statements by question, in order; hide what roles may not read.

    `unlike` says which two answers cannot both be right.
    """
    by_path: dict[str, list[Said]] = {}
    for one in said:
        if is_untold(roles, one.statement.path):
            continue
        by_path.setdefault(one.statement.path, []).append(one)
    standing = {one.statement.id for one in current(list(said))}
    differing = contradictions(list(said), unlike)
    order = {path: at for at, path in enumerate(QUESTIONS)}
    return [
        _block(
            path,
            [veiled(roles, members, one) for one in by_path[path]],
            standing,
            path in differing,
            may_read(roles, path),
        )
        for path in sorted(by_path, key=lambda p: order.get(p, len(order)))
    ]


def _block(path: str, said: list[Said], standing: set[str], differs: bool, readable: bool) -> Block:
    if not readable:
        return Block(path, differs=False, masked=True, lines=())
    newest = sorted(said, key=lambda s: s.hlc, reverse=True)
    newest.sort(key=lambda s: s.statement.id not in standing)
    lines = tuple(Line(s, s.statement.id in standing, _is_long(s)) for s in newest)
    return Block(path, differs=differs, masked=False, lines=lines)


def _is_long(said: Said) -> bool:
    value = said.statement.value
    return isinstance(value, str) and len(value) > LONG


def has_differences(found: Collection[Block]) -> int:
    """How many questions have standing answers that cannot all be right."""
    return sum(block.differs for block in found)
