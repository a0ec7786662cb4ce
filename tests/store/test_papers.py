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


def test_giving_one_lease_back_gives_back_no_other(store: Store) -> None:
    until = NOON + timedelta(minutes=15)
    for thing in ("pair", "talk"):
        store.papers.lease(thing, "r1", now=NOON, until=until)
    store.papers.free("pair", "r1")
    assert (store.papers.holder("pair", NOON), store.papers.holder("talk", NOON)) == ("", "r1")


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


@pytest.mark.parametrize(("minutes", "holder"), [(14, "r1"), (15, ""), (16, "")])
def test_a_lease_holds_up_to_its_end_and_not_at_it(store: Store, minutes: int, holder: str) -> None:
    until, now = NOON + timedelta(minutes=15), NOON + timedelta(minutes=minutes)
    assert store.papers.holder("pair", NOON) == ""
    store.papers.lease("pair", "r1", now=NOON, until=until)
    assert store.papers.holder("pair", now) == holder
    assert store.papers.held_by_others("pa", "r2", now) == ({"ir": "r1"} if holder else {})
    taken_over = store.papers.lease("pair", "r2", now=now, until=now + timedelta(minutes=1))
    assert taken_over == (holder or "r2")


def test_whoever_holds_a_lease_renews_it(store: Store) -> None:
    first, second = NOON + timedelta(minutes=15), NOON + timedelta(minutes=25)
    store.papers.lease("pair", "r1", now=NOON, until=first)
    assert store.papers.lease("pair", "r1", now=NOON, until=second) == "r1"
    assert store.papers.holder("pair", NOON + timedelta(minutes=20)) == "r1"


def test_what_others_hold_is_told_by_the_rest_of_its_name(store: Store) -> None:
    until = NOON + timedelta(minutes=15)
    for thing, by in (("pair:1", "r1"), ("pair:2", "r2"), ("talk:3", "r2"), ("pair:", "r3")):
        store.papers.lease(thing, by, now=NOON, until=until)
    held = store.papers.held_by_others("pair:", "r1", NOON)
    assert held == {"2": "r2", "": "r3"}


def test_the_pages_typed_on_last_come_first(store: Store) -> None:
    for page, minutes in (("a/old", 1), ("b/new", 3), ("a/new", 3), ("c/middle", 2)):
        store.papers.keep_draft(page, {"x": page}, rev=0, at=NOON + timedelta(minutes=minutes))
    pages = [draft.page for draft in store.papers.latest_drafts(3)]
    assert pages == ["a/new", "b/new", "c/middle"]
    (newest,) = store.papers.latest_drafts(1)
    assert (newest.body, newest.rev) == ({"x": "a/new"}, 1)


def test_the_refusal_of_an_old_tab_tells_the_revision_that_is_held(store: Store) -> None:
    for rev in range(3):
        store.papers.keep_draft(PAGE, {}, rev=rev, at=NOON)
    with pytest.raises(Stale) as caught:
        store.papers.keep_draft(PAGE, {}, rev=2, at=NOON)
    assert caught.value.facts == {"rev": 3}


def test_a_draft_moves_to_another_page_unless_something_is_typed_there(store: Store) -> None:
    for page in ("a/who", "b/who"):
        store.papers.keep_draft(page, {"x": page}, rev=0, at=NOON)
    store.papers.move_draft("a/who", "c/who")
    moved = store.papers.draft("c/who")
    assert moved is not None
    assert (moved.body, store.papers.draft("a/who")) == ({"x": "a/who"}, None)
    store.papers.move_draft("c/who", "b/who")
    kept, left = store.papers.draft("b/who"), store.papers.draft("c/who")
    assert kept is not None
    assert left is not None
    assert (kept.body, left.body) == ({"x": "b/who"}, {"x": "a/who"})


@pytest.mark.parametrize(("seconds", "stays"), [(-1, True), (0, True), (1, False)])
def test_a_session_ends_when_nobody_used_it_since(store: Store, seconds: int, stays: bool) -> None:
    store.papers.keep_session("s1", "u", {"user": "u"}, NOON)
    store.papers.drop_sessions_before(NOON + timedelta(seconds=seconds))
    assert (store.papers.session("s1") is not None) is stays


def test_a_session_written_again_has_its_new_body_alone(store: Store) -> None:
    store.papers.keep_session("s1", "u", {"a": 1}, NOON)
    store.papers.keep_session("s1", "v", {"b": 2}, NOON)
    store.papers.drop_sessions_of("u")
    assert store.papers.session("s1") == {"b": 2}


def test_a_setting_forgotten_has_its_default_again(store: Store) -> None:
    store.papers.keep_setting("theme", "sun")
    store.papers.keep_setting("other", "")
    store.papers.forget_setting("theme")
    assert store.papers.setting("theme", "light") == "light"
    assert store.papers.setting("theme") == ""
    assert store.papers.setting("other", "light") == ""
