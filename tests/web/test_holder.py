"""One open store, forgotten by hand or after idle time."""

from datetime import timedelta

import pytest

from intake.errors import Locked, WrongPassphrase
from intake.web.holder import StoreHolder, utc_now


@pytest.fixture(name="holder")
def _holder(gallery, clock):
    return StoreHolder(gallery.open_gallery_store, clock=clock)


def test_a_new_holder_is_shut(holder):
    assert not holder.is_open
    with pytest.raises(Locked):
        _ = holder.store


def test_the_right_passphrase_opens(holder, gallery):
    store = holder.open(gallery.PASSPHRASE)
    assert holder.store is store


def test_a_wrong_passphrase_leaves_it_shut(holder):
    with pytest.raises(WrongPassphrase):
        holder.open("another")
    assert not holder.is_open


def test_opening_again_shuts_the_former_store(holder, gallery):
    first = holder.open(gallery.PASSPHRASE)
    second = holder.open(gallery.PASSPHRASE)
    assert first.closed
    assert holder.store is second


def test_closing_twice_is_closing_once(holder, gallery):
    store = holder.open(gallery.PASSPHRASE)
    holder.close()
    holder.close()
    assert store.closed


def test_idle_time_shuts_and_closes_the_store(holder, gallery, clock):
    store = holder.open(gallery.PASSPHRASE)
    clock.pass_minutes(5)
    assert not holder.is_open
    assert store.closed


def test_touching_keeps_it_open_but_not_after_the_end(holder, gallery, clock):
    holder.open(gallery.PASSPHRASE)
    clock.pass_minutes(4)
    holder.touch()
    clock.pass_minutes(4)
    assert holder.is_open
    clock.pass_minutes(6)
    holder.touch()
    assert not holder.is_open


def test_without_idle_time_it_stays_open(gallery, clock):
    holder = StoreHolder(gallery.open_gallery_store, idle=None, clock=clock)
    holder.open(gallery.PASSPHRASE)
    clock.pass_minutes(10_000)
    assert holder.is_open


def test_a_store_opened_elsewhere_can_be_held(holder, gallery, clock):
    store = gallery.Store()
    clock.pass_minutes(60)
    holder.hold(store)
    assert holder.store is store


def test_the_wall_clock_knows_its_zone():
    assert utc_now().utcoffset() == timedelta(0)
