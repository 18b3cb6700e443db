"""A change behind the program's back shows."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.models.guide import Kind
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import attach_all, begin, new_vault, outside, sealed


@pytest.fixture(scope="module", params=["okr", "perf"])
def prepared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A room, and a vault where its note was sealed first, then one of the other kind; no triggers."""
    folder = tmp_path_factory.mktemp(request.param) / "vault"
    vault = new_vault(folder)
    first, second = (Kind.OKR, Kind.PERFORMANCE) if request.param == "okr" else (Kind.PERFORMANCE, Kind.OKR)
    note = sealed(vault, first)
    vault.notes(first).save_export(note.uid, "note.pdf", b"%PDF")
    attach_all(vault, first, note.uid)
    sealed(vault, second, "second")
    begin(vault, first, "open")
    connection = outside(vault)
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.close()
    vault.close()
    return request.param, folder


@pytest.fixture
def forged(prepared: tuple[str, Path], tmp_path: Path) -> Iterator[tuple[Vault, Callable[[str], int]]]:
    """A copy of the prepared vault, and how a forger changes it."""
    room, folder = prepared
    vault = Vault.open(Path(shutil.copytree(folder, tmp_path / "copy")), VAULT_KEY)
    connection = outside(vault)
    yield vault, lambda forgery: int(connection.execute(forgery.format(r=room)).rowcount)
    connection.close()
    vault.close()


def test_an_honest_vault_is_in_order(vault: Vault) -> None:
    for kind in Kind:
        sealed(vault, kind, f"{kind}-talk")
        begin(vault, kind, "open")
    assert vault.check() == ()


def test_a_kept_promise_is_no_forgery(forged: tuple[Vault, Callable[[str], int]]) -> None:
    vault, forge = forged
    assert forge("UPDATE {r}_commitment SET state = 'kept'") == 2
    assert vault.verify_chain() == ()


def test_removed_locks_are_told(forged: tuple[Vault, Callable[[str], int]]) -> None:
    assert any("locks" in sentence for sentence in forged[0].check())


FORGERIES = [
    (
        "UPDATE {r}_note SET record = CAST(replace(CAST(record AS TEXT), 'helped', 'failed') AS BLOB)",
        "was changed",
    ),
    ("UPDATE {r}_note SET record = x'7b7d', digest = 'x'", "was changed"),
    ("UPDATE {r}_note SET revision = 7", "was changed"),
    ("UPDATE {r}_note SET reason = 'because'", "was changed"),
    ("UPDATE {r}_note SET digest = '0'", "was changed"),
    ("UPDATE {r}_note SET salt = x'00'", "was changed"),
    ("UPDATE {r}_note SET chain_head = 'x'", "no seal"),
    ("UPDATE {r}_note SET uid = 'other'", "no seal"),
    ("DELETE FROM {r}_note", "missing"),
    ("UPDATE {r}_answer SET text = 'It failed.' WHERE conversation_uid = 'talk'", "conversation behind note"),
    ("DELETE FROM {r}_answer WHERE conversation_uid = 'talk'", "conversation behind note"),
    ("INSERT INTO {r}_answer VALUES ('talk', 'x', '', 'manager', 'x')", "conversation behind note"),
    ("UPDATE {r}_private_note SET text = 'x' WHERE conversation_uid = 'talk'", "conversation behind note"),
    ("UPDATE {r}_commitment SET text = 'x' WHERE uid = 'talk-promise'", "conversation behind note"),
    ("UPDATE {r}_conversation SET held_on = '2020-01-01' WHERE uid = 'talk'", "conversation behind note"),
    ("UPDATE {r}_conversation SET state = 'draft' WHERE uid = 'talk'", "says it is sealed"),
    ("UPDATE {r}_conversation SET state = 'sealed' WHERE uid = 'open'", "says it is sealed"),
    ("UPDATE {r}_export SET pdf = x'00'", "stored PDF"),
    ("UPDATE {r}_response SET comment = 'I agree.'", "answer response or its file was changed"),
    ("UPDATE {r}_response SET choice = 'agree'", "answer response or its file was changed"),
    ("UPDATE {r}_response SET scores_used = NULL", "answer response or its file was changed"),
    ("UPDATE {r}_response SET signed_at = signed_at + 1", "answer response or its file was changed"),
    ("UPDATE {r}_response SET note_uid = 'x'", "answer response or its file was changed"),
    ("UPDATE {r}_response SET salt = x'00'", "answer response or its file was changed"),
    ("UPDATE {r}_response SET pdf = x'00'", "answer response or its file was changed"),
    ("UPDATE {r}_response SET pdf = x'00', pdf_sha256 = 'x'", "answer response or its file was changed"),
    ("UPDATE {r}_response SET uid = 'x'", "answer x has no seal"),
    ("DELETE FROM {r}_response", "attached to a note is missing: response"),
    ("UPDATE {r}_decline SET reason = ''", "refusal to sign decline was changed"),
    ("UPDATE {r}_decline SET uid = 'response'", "refusal to sign response has no seal"),
    ("DELETE FROM {r}_decline", "refusal to sign is missing: decline"),
    ("UPDATE {r}_rebuttal SET content = x'00'", "rebuttal rebuttal or its file was changed"),
    ("UPDATE {r}_rebuttal SET file_name = 'x'", "rebuttal rebuttal or its file was changed"),
    ("UPDATE {r}_rebuttal SET uid = 'x'", "rebuttal x has no seal"),
    ("DELETE FROM {r}_rebuttal", "rebuttal that was attached to a note is missing: rebuttal"),
    ("UPDATE core_seal SET commitment = 'x' WHERE seq = 2", "broken at entry 2"),
    ("UPDATE core_seal SET at = 0 WHERE seq = 1", "broken at entry 1"),
    ("DELETE FROM core_seal WHERE seq = 1", "broken at entry 2"),
    ("DELETE FROM core_seal WHERE seq = 6", "broken at entry 7"),
    ("UPDATE core_seal SET seq = seq + 10", "broken at entry 11"),
]


@pytest.mark.parametrize(("forgery", "told"), FORGERIES)
def test_a_forgery_is_found(forged: tuple[Vault, Callable[[str], int]], forgery: str, told: str) -> None:
    vault, forge = forged
    assert vault.verify_chain() == ()
    assert forge(forgery) > 0
    found = vault.verify_chain()
    assert any(told in sentence for sentence in found), found
