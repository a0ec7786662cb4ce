"""The whole decision as the person hears it, in their own language."""

from dataclasses import dataclass
from datetime import date

from intake import i18n
from intake.domain.codes import IdentityLevel
from intake.i18n import gettext as _
from intake.store.decisions import Decision
from intake.web import labels
from intake.web.outcome_words import LEVELS, NEXT


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what it is, what came of it, why, and what was made of an explanation."""

    what: str
    outcome: str
    reason: str
    weighed: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Sentences in one language; reasons and messages stand as they were written."""

    lang: str
    direction: str
    is_translated: bool
    title: str
    opening: str
    level: str
    falls: tuple[str, str]
    facts: tuple[Fact, ...]
    weighed_head: str
    next_step: str
    message: str
    helps: tuple[str, str]
    again: str
    remedies_head: str
    remedies: tuple[str, ...]
    day: str


def letter(decided: Decision, language: str, *, on: date, until: date) -> Letter:
    """Write it in the person's language, or in English where nobody translated it."""
    tag = i18n.on_screen(language)
    with i18n.use_locale(tag or i18n.SOURCE):
        return Letter(
            lang=i18n.html_lang(tag or i18n.SOURCE),
            direction=i18n.direction(tag or i18n.SOURCE),
            is_translated=tag is not None,
            title=_("What we found about who you are"),
            opening=_(
                "Two people looked at what you told us and at what supports it. "
                "This is what they found, and why."
            ),
            level=str(LEVELS[IdentityLevel(decided.level)]),
            falls=(_("It is lower than before. Why:"), decided.falls),
            facts=_facts(decided),
            weighed_head=_("What was made of your explanation:"),
            next_step=str(NEXT[decided.next_step]),
            message=decided.message,
            helps=(_("What would help:"), decided.helps),
            again=_again(decided),
            remedies_head=_("If you do not agree"),
            remedies=_remedies(until),
            day=i18n.format_date(on),
        )


def _facts(decided: Decision) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            str(labels.question(fact.fact)),
            str(labels.label(fact.outcome)),
            fact.reason,
            fact.weighed,
        )
        for fact in decided.facts
    )


def _again(decided: Decision) -> str:
    if not decided.review_by:
        return ""
    day = i18n.format_date(date.fromisoformat(decided.review_by))
    return _("We look at it again on %(day)s, or sooner if you bring something new.", day=day)


def _remedies(until: date) -> tuple[str, ...]:
    return (
        _(
            "Up to and including %(day)s you can tell us what you think of it. We write it "
            "down in your words and answer it before this is final.",
            day=i18n.format_date(until),
        ),
        _("At any time you can ask us to correct what we wrote about you."),
        _(
            "Within 30 days, or later with a reason, you can ask that somebody who has not "
            "worked on it looks at it again."
        ),
        _("You can complain about how you were treated."),
        _("All of this is free, and none of it changes the help that you receive."),
    )
