"""docs/openapi.yaml says what the code does. Reads only the YAML that this file uses."""

import json
import re
from typing import Any

from flask import Flask

from intake import errors
from intake.domain.codec import CodecError
from intake.registry.views import sync
from intake.registry.views.sync import MOST_BYTES, STATUS, make_blueprint
from intake.sync import wire
from intake.sync.desk import BY_ACTION
from intake.sync.wire import FACTS, OCTETS, PREFIX
from tests.rules.tree import ROOT

LINE = re.compile(r'( *)(?:"([^"]+)"|([^\s"#][^:]*)):(?: (.*))?')


def scalar(text: str) -> Any:
    """A value on one line."""
    if text.startswith('"') or text == "{}":
        return json.loads(text)
    if text.startswith("["):
        return [part.strip() for part in text[1:-1].split(",")]
    return int(text) if text.isdigit() else text == "true" if text in ("true", "false") else text


def read(text: str) -> dict[str, Any]:
    """Mappings in mappings, by indentation; anything else fails."""
    root: dict[str, Any] = {}
    open_at: list[tuple[int, dict[str, Any]]] = [(-1, root)]
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = LINE.fullmatch(line)
        assert found, line
        depth, key, value = len(found[1]), found[2] or found[3], found[4]
        while open_at[-1][0] >= depth:
            open_at.pop()
        inside = open_at[-1][1]
        assert key not in inside, line
        inside[key] = {} if value is None else scalar(value)
        if value is None:
            open_at.append((depth, inside[key]))
    return root


API = read((ROOT / "docs/openapi.yaml").read_text(encoding="utf-8"))
OPERATIONS = {
    (path, method): operation
    for path, methods in API["paths"].items()
    for method, operation in methods.items()
}
SCHEMAS = API["components"]["schemas"]


def test_it_lists_the_doors_that_there_are() -> None:
    app = Flask(__name__)
    app.register_blueprint(make_blueprint())
    doors = {
        (rule.rule, method.lower())
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("sync.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert doors == set(OPERATIONS)


def test_it_lists_every_code_and_status_of_a_refusal() -> None:
    assert CodecError.code in wire._BY_CODE
    ours = {"http-413", "http-415", "http-429", errors.Locked.code}
    assert set(SCHEMAS["Refusal"]["properties"]["code"]["enum"]) == set(wire._BY_CODE) | ours
    assert set(SCHEMAS["Refusal"]["properties"]["facts"]["properties"]) == FACTS
    said = {status for op in OPERATIONS.values() for status in op["responses"]}
    crash = {"500"}  # no answer of ours
    assert said == {str(status) for _, status in STATUS} - crash | {"200", "413", "415", "429"}


def test_refusals_have_the_status_that_it_tells() -> None:
    told = OPERATIONS[PREFIX + "push", "post"]["responses"]
    for kind in wire._BY_CODE.values():
        if kind is not errors.RegistryUnreachable:
            status = next(status for of, status in STATUS if issubclass(kind, of))
            assert str(status) in told, kind


def test_bundles_have_the_type_and_size_that_it_tells() -> None:
    body = API["components"]["requestBodies"]["Bundle"]
    assert body["content"][OCTETS]["schema"]["maxLength"] == MOST_BYTES
    assert str(MOST_BYTES) in body["description"]
    for action in BY_ACTION:
        operation = OPERATIONS[PREFIX + action, "post"]
        assert operation["operationId"] == action
        assert operation["requestBody"]["$ref"] == "#/components/requestBodies/Bundle"
    assert sync.KNOCKS > sync.REQUESTS


def test_every_reference_leads_somewhere() -> None:
    def check(node: Any) -> None:
        for key, value in node.items() if isinstance(node, dict) else ():
            if key == "$ref":
                found: Any = API
                for part in value.removeprefix("#/").split("/"):
                    found = found[part]
            check(value)

    check(API)


def test_the_answer_about_a_registry_has_the_fields_that_it_tells() -> None:
    told = SCHEMAS["Registry"]
    assert told["required"] == list(told["properties"])
    assert told["required"] == ["v", "registry", "name", "sign_public", "seal_public"]
