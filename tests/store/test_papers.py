"""Working papers: drafts survive, old tabs do not win, leases end by themselves."""

from datetime import timedelta
from pathlib import Path

import pytest

from intake.errors import Stale
from intake.store import Store, open_store
from tests.builders import NOON
from tests.store.conftest import KEY

PAGE = "case/who/person"


def test_a_draft_is_there_after_the_process_died(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY)
    store.papers.keep_draft(PAGE, {"name": "Оле"}, rev=0, at=NOON)
    store._lock.free()  # as the system does when the process dies
    again = open_store(tmp_path, KEY)
    draft = again.papers.draft(PAGE)
    assert draft is not None
    assert draft.body == {"name": "Оле"}
    again.close()


def test_each_save_counts_on(store: Store) -> None:
    first = store.papers.keep_draft(PAGE, {"name": "О"}, rev=0, at=NOON)
    second = store.papers.keep_draft(PAGE, {"name": "Ол"}, rev=first, at=NOON)
    assert (first, second) == (1, 2)


def test_an_old_tab_does_not_overwrite_a_newer_one(store: Store) -> None:
    store.papers.keep_draft(PAGE, {"name": "new"}, rev=0, at=NOON)
    with pytest.raises(Stale):
        store.papers.keep_draft(PAGE, {"name": "old"}, rev=0, at=NOON)
    draft = store.papers.draft(PAGE)
    assert draft is not None
    assert draft.body == {"name": "new"}


def test_drafts_of_one_case_are_found_together(store: Store) -> None:
    store.papers.keep_draft("a/who", {}, rev=0, at=NOON)
    store.papers.keep_draft("a/origin", {}, rev=0, at=NOON)
    store.papers.keep_draft("ab/who", {}, rev=0, at=NOON)
    assert [d.page for d in store.papers.drafts_of("a")] == ["a/origin", "a/who"]


def test_a_saved_page_leaves_no_draft(store: Store) -> None:
    store.papers.keep_draft(PAGE, {}, rev=0, at=NOON)
    store.papers.drop_draft(PAGE)
    assert store.papers.draft(PAGE) is None


def test_a_lease_keeps_the_second_person_away_until_it_ends(store: Store) -> None:
    later = NOON + timedelta(minutes=15)
    assert store.papers.lease("pair", "r1", now=NOON, until=later) == "r1"
    assert store.papers.lease("pair", "r2", now=NOON, until=later) == "r1"
    after = later + timedelta(seconds=1)
    assert store.papers.lease("pair", "r2", now=after, until=after) == "r2"


def test_a_lease_given_back_is_free(store: Store) -> None:
    until = NOON + timedelta(minutes=15)
    store.papers.lease("pair", "r1", now=NOON, until=until)
    store.papers.free("pair", "r2")
    assert store.papers.lease("pair", "r3", now=NOON, until=until) == "r1"
    store.papers.free("pair", "r1")
    assert store.papers.lease("pair", "r3", now=NOON, until=until) == "r3"


def test_a_one_time_code_works_once_and_never_an_older_one(store: Store) -> None:
    assert store.papers.use_code("u", 100)
    assert not store.papers.use_code("u", 100)
    assert not store.papers.use_code("u", 99)
    assert store.papers.use_code("u", 101)
    assert store.papers.use_code("other", 100)


def test_ending_a_users_sessions_ends_all_of_them_and_no_others(store: Store) -> None:
    for name, user in (("s1", "u"), ("s2", "u"), ("s3", "v")):
        store.papers.keep_session(name, user, {"user": user}, NOON)
    store.papers.drop_sessions_of("u")
    assert store.papers.session("s1") is None
    assert store.papers.session("s3") == {"user": "v"}
    store.papers.drop_session("s3")
    assert store.papers.session("s3") is None


def test_touching_a_session_keeps_its_body_and_never_begins_one(store: Store) -> None:
    store.papers.keep_session("s1", "u", {"data": {"lang": "uk"}, "at": "before"}, NOON)
    store.papers.touch_session("s1", NOON + timedelta(hours=1))
    later = (NOON + timedelta(hours=1)).isoformat()
    assert store.papers.session("s1") == {"data": {"lang": "uk"}, "at": later}
    store.papers.drop_sessions_before(NOON + timedelta(minutes=30))
    assert store.papers.session("s1") is not None
    store.papers.touch_session("gone", NOON)
    assert store.papers.session("gone") is None


def test_a_setting_is_kept_and_has_a_default(store: Store) -> None:
    assert store.papers.setting("theme", "light") == "light"
    store.papers.keep_setting("theme", "sun")
    assert store.papers.setting("theme", "light") == "sun"
