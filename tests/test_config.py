"""Settings are checked before anything starts."""

import dataclasses

import pytest

from intake.config import FieldConfig, RegistryConfig
from intake.errors import ConfigInvalid


@pytest.mark.parametrize("role", [FieldConfig, RegistryConfig])
def test_a_role_starts_without_any_setting(role, tmp_path):
    assert role.read(tmp_path / "none.toml") == role() == role.from_toml("")


def test_a_laptop_has_no_host_to_set():
    assert "host" not in {f.name for f in dataclasses.fields(FieldConfig)}


def test_settings_are_read_from_their_file(tmp_path):
    file = tmp_path / "field.toml"
    file.write_text('port = 8100\nsite = "Порт"\nkeep_hours = 0\n', "utf-8")
    config = FieldConfig.read(file)
    assert (config.port, config.site, config.keep_hours) == (8100, "Порт", 0)


def test_settings_cannot_change_under_way():
    with pytest.raises(dataclasses.FrozenInstanceError):
        FieldConfig().port = 1  # type: ignore[misc]


WRONG_FOR_BOTH = [
    ("port = 65536", "port"),
    ("port = -1", "port"),
    ("port = true", "port"),
    ('port = "8000"', "port"),
    ("port = 8000.0", "port"),
    ('site = "a\\nb"', "site"),
    (f'site = "{"x" * 254}"', "site"),
    ("colour = 1", "unknown"),
    ("port = ", "file"),
]


@pytest.mark.parametrize("role", [FieldConfig, RegistryConfig])
@pytest.mark.parametrize(("text", "key"), WRONG_FOR_BOTH)
def test_a_wrong_setting_is_named(role, text, key):
    with pytest.raises(ConfigInvalid) as caught:
        role.from_toml(text)
    assert caught.value.facts == {"key": key}


@pytest.mark.parametrize(
    "address",
    [
        "registry.example",
        "http://registry.example",
        "ftp://registry.example",
        "https://",
        "https://user:word@registry.example",
        "https://registry.example?x=1",
        "http://127.0.0.1.example",
    ],
)
def test_a_laptop_talks_to_no_registry_in_the_clear(address):
    with pytest.raises(ConfigInvalid) as caught:
        FieldConfig(registry=address)
    assert caught.value.facts == {"key": "registry"}


@pytest.mark.parametrize(
    "address",
    ["https://registry.example", "https://registry.example:8443/intake", "http://127.0.0.1:8001"],
)
def test_a_registry_is_reached_by_https_or_on_this_machine(address):
    assert FieldConfig(registry=address).registry == address


@pytest.mark.parametrize(("key", "wrong"), [("keep_hours", -1), ("draft_days", -1)])
def test_a_laptop_s_times_are_not_negative(key, wrong):
    with pytest.raises(ConfigInvalid):
        FieldConfig(**{key: wrong})
    assert getattr(FieldConfig(**{key: 0}), key) == 0


@pytest.mark.parametrize(("key", "wrong"), [("host", ""), ("host", "a b"), ("public_hosts", "*")])
def test_a_registry_answers_to_no_wildcard(key, wrong):
    with pytest.raises(ConfigInvalid) as caught:
        RegistryConfig(**{key: wrong})
    assert caught.value.facts == {"key": key}


def test_an_unreadable_file_is_refused_without_its_content(tmp_path):
    file = tmp_path / "registry.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigInvalid) as caught:
        RegistryConfig.read(file)
    assert caught.value.facts == {"key": "file"}


BOUNDS = [
    (FieldConfig, "port", 0, 65535),
    (FieldConfig, "idle_minutes", 1, 60),
    (FieldConfig, "keep_hours", 0, 24 * 365),
    (FieldConfig, "draft_days", 0, 365),
    (RegistryConfig, "port", 0, 65535),
    (RegistryConfig, "comment_days", 3, 60),
    (RegistryConfig, "second_opinions", 1, 20),
]


@pytest.mark.parametrize(("role", "key", "least", "most"), BOUNDS)
def test_a_number_may_be_as_small_and_as_large_as_its_bounds_and_no_more(role, key, least, most):
    assert [getattr(role(**{key: fine}), key) for fine in (least, most)] == [least, most]
    for wrong in (least - 1, most + 1):
        with pytest.raises(ConfigInvalid) as caught:
            role(**{key: wrong})
        assert caught.value.facts == {"key": key}


def test_the_name_of_a_place_may_be_as_long_as_that_of_a_host():
    assert FieldConfig(site="ю" * 253).site == "ю" * 253


@pytest.mark.parametrize(
    ("weekend", "days"), [("sat sun", {5, 6}), ("fri", {4}), (" thu  fri ", {3, 4}), ("", set())]
)
def test_the_days_off_are_those_that_are_named(weekend, days):
    assert RegistryConfig(weekend=weekend).days_off == days


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("weekend", "saturday"),
        ("weekend", "sat,sun"),
        ("weekend", "mon tue wed thu fri sat sun"),
        ("host", "10.0.0.1/24"),
        ("host", "somebody@registry.example"),
        ("public_hosts", "https://registry.example"),
        ("public_hosts", "one.example,two.example"),
        ("public_hosts", "somebody@registry.example"),
    ],
)
def test_a_registry_is_told_days_and_hosts_that_can_be(key, wrong):
    with pytest.raises(ConfigInvalid) as caught:
        RegistryConfig(**{key: wrong})
    assert caught.value.facts == {"key": key}


@pytest.mark.parametrize("address", ["http://localhost:8001", "http://[::1]:8001/intake"])
def test_this_machine_has_three_names(address):
    assert FieldConfig(registry=address).registry == address


@pytest.mark.parametrize(
    "address",
    [
        "https:///intake",
        "https://two words.example",
        "https://registry.example#top",
        "http://localhost.example",
        "http://localhost@evil.example",
    ],
)
def test_an_address_that_two_readers_could_read_in_two_ways_is_refused(address):
    with pytest.raises(ConfigInvalid) as caught:
        FieldConfig(registry=address)
    assert caught.value.facts == {"key": "registry"}
