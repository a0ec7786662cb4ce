"""Keys with the rows of the people who have them: in memory, or on disk for many.

Eight bytes a key: the key in the upper 40 bits, the row in the lower 24, in order, so that
a key's people stand together. A million people have some fifty million of these: on disk
they take no memory, and a directory tells where the keys of each beginning stand. There
is no name in it, nor any other word of a record.
"""

from collections.abc import Sequence
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from intake.matching.halves import KEY_BITS

ROW_BITS = 64 - KEY_BITS
_ROW = np.uint64((1 << ROW_BITS) - 1)
_BYTES = 8

Keyed = NDArray[np.uint64]
Rows = NDArray[np.int64]


class KeyStore(Protocol):
    """Where keys are put in any order, and found once `close` has put them in order."""

    def add(self, keyed: Keyed) -> None:
        """Take some more in, in order among themselves."""

    def close(self) -> None:
        """Put all in order; nothing is added after."""

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, Rows]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""

    def size(self) -> int:
        """Bytes of all that is kept."""

    def write(self, stream: BinaryIO) -> None:
        """Write all, for inspection."""


class KeyTable:
    """Keys in memory."""

    def __init__(self) -> None:
        self._parts: list[Keyed] = []
        self._keyed: Keyed = np.zeros(0, np.uint64)

    def add(self, keyed: Keyed) -> None:
        """Take some more in."""
        self._parts.append(keyed)

    def close(self) -> None:
        """Put all in order."""
        self._keyed = np.sort(np.concatenate([self._keyed, *self._parts]))
        self._parts.clear()

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, Rows]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""
        asked = np.array(keys, np.uint64) << np.uint64(ROW_BITS)
        begins = np.searchsorted(self._keyed, asked)
        ends = np.searchsorted(self._keyed, asked | _ROW, side="right")
        return {
            key: (self._keyed[begin:end] & _ROW).astype(np.int64)
            for key, begin, end in zip(keys, begins.tolist(), ends.tolist(), strict=True)
            if 0 < end - begin <= most
        }

    def size(self) -> int:
        """Bytes of all that is kept."""
        return self._keyed.nbytes

    def write(self, stream: BinaryIO) -> None:
        """Write all, for inspection."""
        stream.write(self._keyed.data)


_PARTS = 4
"""Keys are put in order in two to the power of this many parts, each in memory by itself."""

_FIRST_BITS = 20
"""So many bits of a key are a beginning: of fifty million keys some fifty begin alike."""

_AT_ONCE = 2048
"""Where more keys than this begin alike, the one asked for is looked for on disk."""


class KeyFile:
    """Keys on disk, in a file that is gone when it is closed."""

    def __init__(self) -> None:
        self._parts = [TemporaryFile(buffering=0) for _ in range(1 << _PARTS)]  # noqa: SIM115
        self._stream = TemporaryFile(buffering=0)  # noqa: SIM115
        for stream in (*self._parts, self._stream):
            finalize(self, stream.close)
        self._begins = np.zeros((1 << _FIRST_BITS) + 1, np.int64)

    def add(self, keyed: Keyed) -> None:
        """Take some more in, in order among themselves."""
        firsts = np.arange(1, 1 << _PARTS).astype(np.uint64) << np.uint64(64 - _PARTS)
        ends = np.searchsorted(keyed, firsts)
        for stream, part in zip(self._parts, np.split(keyed, ends), strict=True):
            _write(stream, part)

    def close(self) -> None:
        """Put all in order, part by part."""
        for stream in self._parts:
            stream.seek(0)
            keyed = np.frombuffer(bytearray(stream.read()), np.uint64)
            keyed.sort()
            firsts = (keyed >> np.uint64(64 - _FIRST_BITS)).astype(np.int64)
            self._begins[1:] += np.bincount(firsts, minlength=1 << _FIRST_BITS)
            _write(self._stream, keyed)
            stream.close()
        np.cumsum(self._begins, out=self._begins)

    def sharing(self, keys: Sequence[int], most: int) -> dict[int, Rows]:
        """The rows filed under each key; keys of nobody or of more than `most` left out."""
        found = ((key, self._rows(key, most)) for key in keys)
        return {key: rows for key, rows in found if len(rows)}

    def _rows(self, key: int, most: int) -> Rows:
        first = key >> (KEY_BITS - _FIRST_BITS)
        begin, end = self._begins[first : first + 2].tolist()
        if end - begin > _AT_ONCE:
            begin, end = self._search(begin, end, key), self._search(begin, end, key + 1)
            if end - begin > most:
                end = begin
        keyed = self._read(begin, end)
        first_row = np.uint64(key << ROW_BITS)
        begin = int(keyed.searchsorted(first_row))
        end = int(keyed.searchsorted(first_row | _ROW, side="right"))
        return (keyed[begin : end if end - begin <= most else begin] & _ROW).astype(np.int64)

    def _search(self, begin: int, end: int, key: int) -> int:
        """Where the first one stands, of those from `begin` to `end`, whose key is no less."""
        while begin < end:
            middle = (begin + end) // 2
            if int(self._read(middle, middle + 1)[0]) >> ROW_BITS < key:
                begin = middle + 1
            else:
                end = middle
        return begin

    def _read(self, begin: int, end: int) -> Keyed:
        self._stream.seek(begin * _BYTES)
        return np.frombuffer(self._stream.read((end - begin) * _BYTES), np.uint64)

    def size(self) -> int:
        """Bytes of all that is kept, on disk and in memory."""
        return int(self._begins[-1]) * _BYTES + self._begins.nbytes

    def write(self, stream: BinaryIO) -> None:
        """Write all, for inspection."""
        self._stream.seek(0)
        copyfileobj(self._stream, stream)
        stream.write(self._begins.data)


def _write(stream: BinaryIO, keyed: Keyed) -> None:
    left = keyed.data.cast("B") if len(keyed) else memoryview(b"")
    while left:
        left = left[stream.write(left) :]
