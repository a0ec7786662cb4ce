"""Every page of ours, for each role and both directions: named, labelled, quiet."""

import re
from html.parser import HTMLParser

import pytest

from intake.domain.codes import Role
from tests.registry.laptops import a_laptop, ask, let_in
from tests.registry.people import a_family

PAGES = {
    Role.CLERK: ["/", "/search", "/incoming", "/people/{p}", "/people/{p}?purpose=person-asks"],
    Role.INTERVIEWER: ["/", "/people/{p}?purpose=prepare-interview"],
    Role.PROTECTION: ["/", "/people/{p}?purpose=protect-person", "/cases/{c}/erase"],
    Role.ADMINISTRATOR: ["/", "/users", "/users/new", "/devices", "/devices/invite"],
    Role.DPO: ["/", "/audit"],
}
CASES = [(role, page) for role, pages in PAGES.items() for page in pages]
CONTROLS = ("input", "select", "textarea")


class Page(HTMLParser):
    """What a page holds, as far as these tests ask."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.labelled, self.controls = [], [], set(), []
        self._label = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "label":
            self._label += 1
            self.labelled.add(given.get("for", ""))
        is_control = tag in CONTROLS and given.get("type") not in ("hidden", "submit")
        if is_control and not self._label:
            self.controls.append(given)

    def handle_endtag(self, tag):
        if tag == "label":
            self._label -= 1

    def of(self, tag):
        return [given for name, given in self.tags if name == tag]


@pytest.fixture
def furnished(registry, tmp_path):
    """A registry with a family, a laptop that waits and one that was let in."""
    family = a_family(registry.store)
    for name, come in (("one", ask), ("two", let_in)):
        laptop = a_laptop(tmp_path / name)
        come(laptop, registry.store, label=name)
        laptop.close()
    return registry, family


def shown(furnished, role, path, lang):
    registry, family = furnished
    visitor = registry.signed_in("somebody", role)
    visitor.get(f"/sign-in?lang={lang}")
    answer = visitor.get(path.format(p=family.woman, c=family.case))
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(("role", "path"), CASES)
def test_a_page_is_whole_for_ear_and_eye(furnished, role, path):
    page = Page(shown(furnished, role, path, "en"))
    assert page.of("html")[0]["lang"] == "en"
    assert len(page.of("h1")) == 1
    assert len(page.ids) == len(set(page.ids))
    for control in page.controls:
        assert control.get("id") in page.labelled or "aria-label" in control, control
    assert all(given.get("scope") for given in page.of("th"))
    described = {i for _, g in page.tags for i in g.get("aria-describedby", "").split()}
    assert described <= set(page.ids)


@pytest.mark.parametrize(("role", "path"), CASES)
def test_a_page_loads_nothing_from_afar_and_runs_nothing_inline(furnished, role, path):
    page = Page(shown(furnished, role, path, "en"))
    for tag, given in page.tags:
        assert "style" not in given, tag
        assert not [name for name in given if name.startswith("on")], tag
        for link in ("src", "href", "action"):
            assert not re.match(r"(?:https?:)?//", given.get(link) or ""), given
    assert all(given.get("src") for given in page.of("script"))


@pytest.mark.parametrize(("role", "path"), CASES)
def test_a_page_turns_round_with_its_language(furnished, role, path):
    text = shown(furnished, role, path, "ar_XB")
    assert 'dir="rtl"' in text[: text.index("<head")]
    main = text[text.index("<main") : text.index("</main>")]
    words = re.sub(
        r"<bdi.*?</bdi>|<textarea.*?</textarea>|<[^>]+>|&[a-z#0-9]+;", " ", main, flags=re.S
    )
    # The address in a form and a case's own texts are no words of ours.
    assert not re.findall(r"\b(?:the|of|and|you|is|here|record)\b", words, re.IGNORECASE)


@pytest.mark.parametrize(("role", "path"), CASES)
def test_every_form_that_changes_something_carries_its_token(furnished, role, path):
    text = shown(furnished, role, path, "en")
    for form in re.findall(r'<form[^>]*method="post".*?</form>', text, flags=re.S):
        assert 'name="csrf_token"' in form
