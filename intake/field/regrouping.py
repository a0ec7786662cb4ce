"""Records a split or a merge of drafts; text not saved yet goes along."""

from intake.domain.case import Case
from intake.domain.codes import RegroupReason
from intake.domain.group import NewCases, Regroup, merge, split
from intake.errors import RuleBroken
from intake.field import drafting
from intake.web import access


class UnsavedInBoth(RuleBroken):
    """Both groups have unsaved text on one page; joined, one of the two would be lost."""

    code = "unsaved-in-both"


def part(case: Case, leaving: tuple[str, ...], reason: RegroupReason) -> NewCases:
    """Split a draft in one transaction; gives the two cases that come of it."""
    store = access.store()
    new = NewCases(access.new_id(), access.new_id(), access.new_number())
    with store.together():
        events = split(
            case,
            store.events_of(case.id),
            leaving,
            new=new,
            act=Regroup(reason, access.actor(), access.now()),
        )
        for page in drafting.unsaved_pages(case.id):
            where = new.leaving if _owner(case, page) in leaving else new.staying
            store.papers.move_draft(page, _moved(page, where))
        expected = drafting.expected(case.id)
        store.record(*events)
        if expected:
            left = len(case.members) - len(leaving)
            drafting.expect(new.staying, max(expected - len(leaving), left))
    return new


def join(case: Case, other: Case, reason: RegroupReason) -> str:
    """Merge two drafts in one transaction; gives the case that comes of them.

    Raises `UnsavedInBoth`.
    """
    store, new = access.store(), access.new_id()
    with store.together():
        unsaved = [
            {_moved(page, new) for page in drafting.unsaved_pages(one.id)} for one in (case, other)
        ]
        if not unsaved[0].isdisjoint(unsaved[1]):
            raise UnsavedInBoth(case=case.id)
        events = merge(
            (case, store.events_of(case.id)),
            (other, store.events_of(other.id)),
            new=new,
            act=Regroup(reason, access.actor(), access.now()),
        )
        expected = [drafting.expected(one.id) for one in (case, other)]
        for one in (other, case):
            for page in drafting.unsaved_pages(one.id):
                store.papers.move_draft(page, _moved(page, new))
        store.record(*events)
        if any(expected):
            people = len(case.members) + len(other.members)
            drafting.expect(new, max(sum(expected), people))
    return new


def _owner(case: Case, page: str) -> str:
    """Whose text a page holds: the person in its name, or who told the line it changes."""
    last = page.rsplit("/", 1)[-1]
    told = {s.statement.id: member.id for member in case.members for s in member.said}
    return told.get(last, last)


def _moved(page: str, case: str) -> str:
    return f"{case}/{page.partition('/')[2]}"
