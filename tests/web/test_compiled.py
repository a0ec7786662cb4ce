"""Apps of one role share what they compiled; those of different roles do not."""

from jinja2 import DictLoader, Environment

from intake.web.compiled import Compiled, compiled


def environment(shared: Compiled, **templates: str) -> Environment:
    return Environment(loader=DictLoader(templates), bytecode_cache=shared, autoescape=True)


def test_a_second_app_takes_what_the_first_compiled() -> None:
    shared = Compiled()
    first = environment(shared, page="Hello {{ name }}")
    assert first.get_template("page").render(name="Олена") == "Hello Олена"
    kept = dict(shared._held)
    second = environment(shared, page="Hello {{ name }}")
    assert second.get_template("page").render(name="<b>") == "Hello &lt;b&gt;"
    assert shared._held == kept


def test_a_template_that_changed_is_compiled_anew() -> None:
    shared = Compiled()
    environment(shared, page="old").get_template("page")
    assert environment(shared, page="new").get_template("page").render() == "new"


def test_each_role_has_its_own() -> None:
    assert compiled("intake.field") is compiled("intake.field")
    assert compiled("intake.field") is not compiled("intake.registry")
