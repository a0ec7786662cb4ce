"""Numbers of 40 bits made of two halves: what keys are.

A key mixes two numbers. Half of it is made of each, so that a half made once serves every
pair it stands in; and pairs of very many people are mixed together, in arrays.
"""

from array import array
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

KEY_BITS = 40
_ALL = (1 << 64) - 1

Halves = tuple[int, ...]


class Pairs:
    """Halves of many people: each left one goes with each right one of its pair."""

    def __init__(self) -> None:
        self._pairs: list[tuple[Halves, Halves]] = []
        self._closed = [0]

    def close(self, pairs: Iterable[tuple[Halves, Halves]]) -> None:
        """The pairs of one more person."""
        self._pairs += pairs
        self._closed.append(len(self._pairs))

    def mixed(self) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """All halves mixed, and the place of each one's owner."""
        sides = tuple(zip(*self._pairs, strict=True)) or ((), ())
        lefts, rights = (
            np.frombuffer(array("Q", chain.from_iterable(side)), np.uint64) for side in sides
        )
        many, times = (np.fromiter(map(len, side), np.int64) for side in sides)
        at = np.repeat(np.arange(len(many)), many * times)
        within = np.arange(len(at)) - (np.cumsum(many * times) - many * times)[at]
        left = (np.cumsum(many) - many)[at] + within // times[at]
        right = (np.cumsum(times) - times)[at] + within % times[at]
        owner = np.repeat(np.arange(len(self._closed) - 1), np.diff(np.array(self._closed)))
        return lefts[left] ^ rights[right], owner[at]


def left_half(one: int) -> int:
    """The half a number makes where it stands first."""
    return one * 0x9E3779B97F4A7C15 & _ALL


def right_half(kind: int, other: int = 0) -> int:
    """The half a number makes where it stands second, by kind of key."""
    return (other + kind) * 0xC2B2AE3D27D4EB4F & _ALL


def stirred(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Keys of two halves each: every bit of both shows in the 40 kept."""
    keys = keys ^ (keys >> np.uint64(29))
    keys *= np.uint64(0xBF58476D1CE4E5B9)
    keys ^= keys >> np.uint64(32)
    return keys & np.uint64((1 << KEY_BITS) - 1)


@lru_cache(maxsize=20_000)
def number(text: str) -> int:
    """A text as a number of 63 bits, the same on every machine."""
    return digest_of(text)


def digest_of(text: str) -> int:
    """The same, not remembered: for a text that hardly comes again."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
