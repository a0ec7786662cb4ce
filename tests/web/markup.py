"""Reads a page the way a checker reads it: ids, names, labels, groups, addresses."""

from collections import Counter
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "rect", "line", "path", "circle"}


class Page(HTMLParser):
    """A parsed page: every start tag with its attributes and its open ancestors."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.inside: dict[int, list[str]] = {}
        self.words: dict[str, list[str]] = {}
        self.unclosed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside[len(self.tags)] = list(self.open)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.unclosed.append(tag)
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.words.setdefault(self.open[-1], []).append(data.strip())

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def controls(page: Page) -> list[dict[str, str]]:
    """Everything a person fills in."""
    return [
        control
        for control in page.all("input", "select", "textarea")
        if control.get("type") != "hidden"
    ]


def faults(text: str) -> list[str]:
    """What is wrong with a page, in words; empty is good."""
    page = Page(text)
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    found = [f"not closed: {tag}" for tag in page.unclosed + page.open]
    found += [f"id twice: {one}" for one, times in ids.items() if times > 1]
    found += _head_faults(page)
    found += _label_faults(page, set(ids))
    found += _inline_faults(page)
    keys = Counter(a["accesskey"] for _, a in page.tags if "accesskey" in a)
    found += [f"access key twice: {key}" for key, times in keys.items() if times > 1]
    return found


def _head_faults(page: Page) -> list[str]:
    html = page.all("html")[0]
    found = [f"html without {name}" for name in ("lang", "dir") if not html.get(name)]
    if len(page.all("h1")) != 1:
        found.append("not one h1")
    if len(page.all("main")) != 1:
        found.append("not one main")
    if not page.words.get("title"):
        found.append("no title")
    return found


def _label_faults(page: Page, ids: set[str]) -> list[str]:
    labelled = {label.get("for") for label in page.all("label")}
    found = [
        f"no label: {control.get('name')}"
        for control in controls(page)
        if control.get("id") not in labelled and not control.get("aria-label")
    ]
    found += [f"label for nothing: {one}" for one in labelled if one and one not in ids]
    for _, attributes in page.tags:
        described = attributes.get("aria-describedby", "").split()
        found += [f"described by nothing: {one}" for one in described if one not in ids]
        target = attributes.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            found.append(f"leads nowhere: {target}")
    for number, (tag, attributes) in enumerate(page.tags):
        is_radio = tag == "input" and attributes.get("type") == "radio"
        if is_radio and "fieldset" not in page.inside[number]:
            found.append(f"radio without group: {attributes.get('name')}")
    if len(page.all("fieldset")) != len(page.all("legend")):
        found.append("a group without legend")
    return found


def _inline_faults(page: Page) -> list[str]:
    found = []
    for tag, attributes in page.tags:
        if "style" in attributes or tag == "style":
            found.append(f"inline style: {tag}")
        if tag == "script" and "src" not in attributes:
            found.append("inline script")
        found += [f"inline handler: {name}" for name in attributes if name.startswith("on")]
        for name in ("href", "src", "action", "formaction"):
            value = attributes.get(name, "")
            if "//" in value:
                found.append(f"foreign address: {value}")
    return found
