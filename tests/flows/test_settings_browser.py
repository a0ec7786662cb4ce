"""Two administrators change a setting in a browser, two ways round; a third role reads it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.flows.browser import Addresses, Hands, at_the_registry
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
DAYS = {"en": 10, "ar": 12}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with a_town(tmp_path_factory.mktemp("demo"), households=4) as addresses:
        yield addresses


def propose(hands: Hands, setting: str, value: int) -> None:
    hands.go(f"/settings/{setting}/change")
    hands.fill(value=str(value), reason="People come from far away, by bus.")
    hands.look("2-change")
    hands.press()
    assert hands.path() == "/settings"


def confirmed(hands: Hands) -> bool:
    """Whether the history has a line with both names."""
    return hands.page.locator("main section p", has_text="People come from far away").count() > 0


@pytest.mark.parametrize("lang", DAYS)
def test_one_proposes_another_confirms_and_oversight_reads_it(
    browser: Browser, demo: Addresses, lang: str
) -> None:
    ada = at_the_registry(browser, demo, "admin", lang)
    ada.story = f"settings-admin-{lang}"
    ada.go("/settings")
    ada.look("1-in-force")
    propose(ada, "comment-days", DAYS[lang])
    assert ada.page.locator("form[action$='/confirm']").count() == 0
    ada.look("3-waits")
    amir = at_the_registry(browser, demo, "admin2", lang)
    amir.story = f"settings-admin2-{lang}"
    amir.go("/")
    assert amir.page.locator("main a[href='/settings']").count() == 2
    amir.go("/settings")
    amir.look("4-to-confirm")
    amir.page.locator("form[action$='/confirm'] button").click()
    amir.page.wait_for_load_state("load")
    assert confirmed(amir)
    amir.look("5-confirmed")
    dora = at_the_registry(browser, demo, "officer", lang)
    dora.story = f"settings-officer-{lang}"
    dora.go("/settings")
    assert confirmed(dora)
    assert str(DAYS[lang]) in dora.page.locator("main table td strong").first.inner_text()
    assert dora.page.locator("main a[href$='/change']").count() == 0
    dora.look("6-oversight")
    assert ada.complaints + amir.complaints + dora.complaints == []
