"""A code that every phone reads, drawn without style or script."""

import re

import segno

from intake.web.qr import QUIET, draw

NUMBER = "7K3MQ2P9D4"


def test_it_is_an_ordinary_code_and_never_a_micro_one():
    assert draw(NUMBER).side == 21 + 2 * QUIET


def test_every_dark_module_is_one_square_of_the_path():
    dark = sum(map(sum, segno.make_qr(NUMBER, error="m").matrix))
    assert draw(NUMBER).path.count("z") == dark


def test_the_quiet_zone_stays_empty():
    drawn = draw(NUMBER)
    corners = re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn.path)
    assert all(QUIET <= int(n) < drawn.side - QUIET for corner in corners for n in corner)
