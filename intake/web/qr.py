"""A QR code as one SVG path, so that no style and no script is needed."""

from dataclasses import dataclass

import segno

QUIET = 4
"""Empty modules around the code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class QrPath:
    """The side of the square in modules and the `d` of a path of its dark ones."""

    side: int
    path: str


def draw(text: str) -> QrPath:
    """A QR code every phone reads: never a Micro QR (interface chapter 7)."""
    rows = tuple(segno.make_qr(text, error="m").matrix)
    dark = (
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module
    )
    return QrPath(len(rows) + 2 * QUIET, "".join(dark))
