"""What people do all day, one verb each: register, send, compare, listen, propose, decide."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from intake.demo.stage import LAPTOP_PASSPHRASE, STAFF_PASSPHRASE
from tests.flows.browser import Hands, Told
from tests.flows.cast import UNKNOWN
from tests.flows.town import Town

Pages = Mapping[str, Mapping[str, Told]]
URGENT_NO = {
    f"urgent_{flag}": "no" for flag in ("doctor", "child_alone", "shelter", "afraid", "alone")
}
ID = 32
"""How long an id is."""

STORY = "Ми жили над річкою, аж поки не почалося."


@dataclass
class Day:
    """One scenario in one language: the officer and the staff, each at a screen of their own."""

    browser: Browser
    town: Town
    language: str
    scene: str
    _at_work: dict[str, Hands] = field(default_factory=dict)

    @property
    def officer(self) -> Hands:
        """Who sits at the laptop, unlocked."""
        return self._at_work.get("") or self._unlocked()

    def staff(self, login: str) -> Hands:
        """One of the staff, signed in."""
        return self._at_work.get(login) or self._signed_in(login)

    def come_back(self, **span: float) -> None:
        """Let time pass; everybody closes the browser and begins anew when needed."""
        self.town.clock.forward(**span)
        self.go_home()

    def go_home(self) -> None:
        """Close every browser; nothing on any page may have gone wrong."""
        for hands in self._at_work.values():
            assert hands.complaints == [], (hands.story, hands.complaints)
            hands.leave()
        self._at_work.clear()

    def _unlocked(self) -> Hands:
        hands = Hands(self.browser, self.town.laptop, f"{self.scene}-laptop-{self.language}")
        hands.go(f"/unlock?lang={self.language}")
        hands.fill(passphrase=LAPTOP_PASSPHRASE)
        return self._begin("", hands)

    def _signed_in(self, login: str) -> Hands:
        story = f"{self.scene}-{login}-{self.language}"
        hands = Hands(self.browser, self.town.registry, story)
        hands.go(f"/sign-in?lang={self.language}")
        hands.fill(login=login, passphrase=STAFF_PASSPHRASE)
        return self._begin(login, hands)

    def _begin(self, name: str, hands: Hands) -> Hands:
        hands.press()
        assert hands.language == self.language
        self._at_work[name] = hands
        return hands


@contextmanager
def a_day(browser: Browser, town: Town, language: str, scene: str) -> Iterator[Day]:
    """A scenario from the first page to the last."""
    day = Day(browser, town, language, scene)
    yield day
    day.go_home()


# At the laptop


def open_case(hands: Hands, spoken: str, *, people: int = 1, **urgent: Told) -> str:
    """Give the notice, ask what cannot wait; the case stands at its first person's page."""
    kind = "family" if people > 1 else "single"
    hands.go(f"/cases/new?kind={kind}")
    hands.fill(language=spoken, channel="spoken", group_kind=kind)
    if people > 1:
        hands.fill(people=str(people))
    hands.press()
    case = hands.path().split("/")[2]
    hands.fill(**URGENT_NO | urgent)
    hands.press()
    return case


def write_down(hands: Hands, told: Pages) -> None:
    """The three pages of one person; what is left empty is not known."""
    for page in ("who", "origin", "consent"):
        assert hands.path().partition("?")[0].endswith(f"/{page}"), hands.path()
        hands.fill(**{**UNKNOWN, **told.get(page, {})})
        hands.press()


def register(hands: Hands, *people: Pages, spoken: str = "uk") -> str:
    """Everybody of a group, up to where the record is read back."""
    case = open_case(hands, spoken, people=len(people))
    for told in people:
        write_down(hands, told)
    return case


def read_back(hands: Hands, case: str) -> None:
    """Read the record back to the person and complete it."""
    hands.go(f"/cases/{case}/check")
    hands.fill(read_back="yes")
    hands.press()


def ask_for(hands: Hands, case: str, **sought: Told) -> None:
    """Ask for the search of a missing relative."""
    hands.go(f"/cases/{case}/tracing/new")
    hands.fill(**sought)
    hands.press()
    assert hands.says("The search is asked for. It goes to the registry at the next sync.")


def sync(hands: Hands) -> None:
    """Send all that waits, take what the registry answers."""
    hands.go("/sync")
    hands.page.locator("form[action='/sync/now'] button").click()
    hands.page.wait_for_load_state("load")
    assert not hands.problems()


def members_of(hands: Hands, case: str) -> list[str]:
    """The ids of a case's members in their order."""
    hands.go(f"/cases/{case}/record")
    found = links_of(hands, "main a[href*='/people/']")
    return list(dict.fromkeys(path.split("/")[4] for path in found))


def cases_here(hands: Hands) -> set[str]:
    """The cases that the first page of the laptop lists."""
    hands.go("/")
    parts = [path.split("/")[2] for path in links_of(hands, "main a[href^='/cases/']")]
    return {part for part in parts if len(part) == ID}


def links_of(hands: Hands, which: str) -> list[str]:
    """Where these links of the page lead, each once, in their order."""
    found = hands.page.locator(which).evaluate_all("all => all.map(a => a.pathname)")
    return list(dict.fromkeys(found))


def number_of(hands: Hands, case: str) -> str:
    """The number on the last slip of a case."""
    hands.go(f"/cases/{case}/slip")
    return hands.page.locator(".slip__number").last.inner_text().strip()


# At the registry


def waiting_pairs(hands: Hands) -> list[str]:
    """Where the pairs are that wait for these eyes."""
    hands.go("/pairs")
    found = links_of(hands, "main tbody a[href^='/pairs/']")
    return [path for path in found if len(path) == len("/pairs/") + ID]


def judge(hands: Hands, verdict: str) -> int:
    """Say the same of every pair that waits for these eyes; how many there were."""
    pairs = waiting_pairs(hands)
    for pair in pairs:
        hands.go(pair)
        hands.fill(verdict=verdict, reason="Both records were read side by side.")
        hands.press()
    return len(pairs)


def plan(hands: Hands, person: str, *, spoken: str = "uk", **changed: Told) -> str:
    """Plan a talk as it is proposed; gives its id."""
    hands.go(f"/people/{person}/interviews/new")
    hands.fill(language=spoken, interpreter="none-needed", private_place="yes")
    if hands.page.locator("main [name=alone_because]").count():
        hands.fill(supporter="guardian")
    hands.page.locator("main select[name=interviewer]").select_option(index=1)
    hands.fill(**changed)
    hands.press()
    return hands.path().split("/")[2].partition("?")[0]


def listen(hands: Hands, story: str = STORY) -> None:
    """From the preparation to the end of the person's own account."""
    for _stage in ("prepare", "open"):
        hands.tick_everything()
        hands.press()
    hands.page.locator("main textarea").first.fill(story)
    hands.press()


def go_on(hands: Hands, stage: str) -> None:
    """Save and open another part of the talk."""
    hands.press(f"to={stage}")


def choose_everywhere(hands: Hands, answer: str) -> None:
    """Give every question of the page that offers it this answer."""
    for choice in hands.page.locator(f"main input[type=radio][value={answer}]").all():
        hands.page.locator(f"label[for='{choice.get_attribute('id')}']").click()


def put(hands: Hands, how: str = "asked", words: str = "Обидва правильні.") -> None:
    """Put each difference to the person, and write what they say."""
    choose_everywhere(hands, how)
    hands.answer_everything(words)


def sign(hands: Hands) -> None:
    """Read back and close."""
    hands.tick_everything()
    hands.fill(read_back="yes", copy="given")
    hands.press()


def find_each(hands: Hands, held: str) -> None:
    """Record a finding for each fact that was examined: told openly, weighing nothing."""
    hands.go(f"/interviews/{held}/findings")
    facts = hands.page.locator("main nav .steps a").evaluate_all("all => all.map(a => a.href)")
    for address in facts:
        hands.go(address.removeprefix(hands.base))
        hands.fill(indicator="internal-consistency", result="neutral", reason="Told openly.")
        record_finding(hands)
        assert not hands.problems(), hands.problems()


def record_finding(hands: Hands) -> None:
    """Send a finding, whatever comes of it."""
    hands.page.locator("main .card form button[type=submit]:not([name])").last.click()
    hands.page.wait_for_load_state("load")


def talk(hands: Hands, person: str, *, how: str = "asked", **changed: Told) -> str:
    """A whole talk with a finding for each fact; gives its id."""
    held = plan(hands, person, **changed)
    listen(hands)
    go_on(hands, "clarify")
    put(hands, how)
    go_on(hands, "close")
    sign(hands)
    find_each(hands, held)
    return held


def support(hands: Hands, person: str, of: str, **more: Told) -> None:
    """Record one thing that supports the account."""
    hands.go(f"/people/{person}/supports")
    hands.fill(of=of, what="It names the person.", **more)
    hands.press()


def write_proposal(hands: Hands, held: str, level: str, **changed: Told) -> None:
    """Fill a proposal in: every fact established, unless told otherwise."""
    hands.go(f"/interviews/{held}/decision")
    choose_everywhere(hands, "established")
    for box in hands.page.locator("main textarea[name$=reason]").all():
        box.fill("Told on two days in the same way.")
    hands.fill(level=level, next_step="nothing-needed", message="Дякуємо за розмову.")
    hands.fill(**changed)


def propose(hands: Hands, held: str, level: str, **changed: Told) -> str:
    """Propose what is established; gives the path of what waits for a second person."""
    write_proposal(hands, held, level, **changed)
    send(hands)
    if hands.page.locator("main [name=repeated]").count():
        forgive(hands)
        send(hands)  # the same words for every fact, on purpose
    assert not hands.problems(), hands.problems()
    assert "/interviews/" not in hands.path()
    return hands.path().partition("?")[0]


def send(hands: Hands) -> list[str]:
    """Press the main button, whatever comes of it; what the page says is wrong."""
    buttons = "main button[type=submit]:not([aria-hidden]):not(.govuk-button--secondary)"
    hands.page.locator(buttons).first.click()
    hands.page.wait_for_load_state("load")
    return hands.problems()


def forgive(hands: Hands) -> None:
    """A refusal was wanted: the browser's note of it is no complaint; anything else is."""
    assert all("422" in heard for heard in hands.complaints), hands.complaints
    hands.complaints.clear()


def confirm(hands: Hands, decision: str) -> None:
    """Confirm as the second person."""
    hands.go(decision)
    hands.fill(verdict="confirm", reason="The reasons fit what was said.")
    hands.press()


def tell(hands: Hands, decision: str) -> None:
    """Read the letter to the person."""
    hands.go(decision)
    hands.fill(how="in-person", explained=True)
    hands.press()


def make_final(hands: Hands, decision: str) -> None:
    """Close a decision whose time to comment has passed."""
    hands.go(decision)
    hands.page.locator("form[action$='/final'] button").click()
    hands.page.wait_for_load_state("load")
    assert not hands.problems()
