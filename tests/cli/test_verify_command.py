"""`run.py verify`: whole chains are told apart from broken ones; nothing is repaired."""

import pytest

from intake.cli import stores
from intake.cli.main import run
from intake.errors import NotFound
from intake.security.stretching import CHEAP
from tests.builders import a_group


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words"
    file.write_text("an invented passphrase")
    return file


@pytest.fixture
def kept(tmp_path, words):
    """A folder with a recorded group, and the head of its chain."""
    store = stores.open_or_make(tmp_path / "data", words, CHEAP)
    store.record(*a_group("Олена Приклад").events)
    head = store.head(store.own_chain)
    store.close()
    return tmp_path / "data", head


def verify(kept, words, *more):
    return run(["verify", "--data", str(kept[0]), "--passphrase-file", str(words), *more])


def spoil(kept, words, *statements):
    store = stores.open_or_make(kept[0], words, CHEAP)
    for statement in statements:
        store._db.execute(statement)
    store.close()


def test_a_whole_ledger_is_told_with_its_head(kept, words, capsys):
    assert verify(kept, words) == 0
    told = capsys.readouterr()
    state, _chain, seq, head = told.out.strip().split("\t")
    assert (state, int(seq), head) == ("whole", kept[1].seq, kept[1].hash)
    assert "--head" in told.err


def test_the_head_kept_elsewhere_proves_that_nothing_was_cut(kept, words):
    assert verify(kept, words, "--head", kept[1].hash.upper()) == 0


def test_a_cut_tail_is_found_only_by_the_head(kept, words, capsys):
    spoil(kept, words, "DROP TRIGGER ledger_no_delete", "DELETE FROM ledger WHERE seq > 3")
    assert verify(kept, words) == 0
    assert verify(kept, words, "--head", kept[1].hash) == 1
    assert "tail-cut" in capsys.readouterr().out


def test_the_first_broken_entry_is_named(kept, words, capsys):
    spoil(
        kept,
        words,
        "DROP TRIGGER ledger_no_update",
        "UPDATE ledger SET actor = 'somebody' WHERE seq = 2",
    )
    assert verify(kept, words) == 1
    told = capsys.readouterr()
    assert told.out.split("\t")[0] == "broken"
    assert told.out.split("\t")[2] == "2"
    assert "chain-broken" in told.out
    assert "call your operator" in told.err
    assert "Олена" not in told.out + told.err


@pytest.mark.parametrize("head", ["abc", "g" * 64, "a" * 65])
def test_a_head_that_cannot_be_one_is_a_usage_error(kept, words, head):
    assert verify(kept, words, "--head", head) == 2


def test_there_must_be_a_store(tmp_path, words, capsys):
    assert verify((tmp_path / "nothing", None), words) == 1
    assert "not-found" in capsys.readouterr().err


def test_without_a_folder_the_registry_of_this_machine_comes_first(tmp_path, words, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(NotFound):
        stores.role_folder(None)
    for role in ("field", "registry"):
        stores.open_or_make(tmp_path / "intake" / role, words, CHEAP).close()
        assert stores.role_folder(None).name == role


def test_a_proof_kept_elsewhere_shows_a_cut_in_any_chain(kept, words, capsys, tmp_path):
    store = stores.open_or_make(kept[0], words, CHEAP)
    proof = tmp_path / "proof.json"
    proof.write_bytes(store.proof())
    store.close()
    assert verify(kept, words, "--proof", str(proof)) == 0
    assert "proves no cut" not in capsys.readouterr().err
    spoil(kept, words, "DROP TRIGGER ledger_no_delete", "DELETE FROM ledger WHERE seq > 3")
    assert verify(kept, words, "--proof", str(proof)) == 1
    assert "tail-cut" in capsys.readouterr().out


def test_a_file_that_is_no_proof_stops_with_a_sentence(kept, words, capsys, tmp_path):
    proof = tmp_path / "proof.json"
    proof.write_bytes(b"no proof")
    assert verify(kept, words, "--proof", str(proof)) != 0
    assert "damaged" in capsys.readouterr().err
