"""Sealed rows stay as they are, whatever program opens the file."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from desktop.models.guide import Kind
from desktop.models.okr import CheckIn, Decision, Reflection
from desktop.storage.driver import driver
from desktop.storage.vault import Vault
from tests.storage.sample import NOON, attach_all, begin, new_vault, note_of, outside, sealed, store_okrs, talk_of

ATTACKS = [
    "UPDATE {r}_conversation SET state = 'draft' WHERE uid = 'talk'",
    "UPDATE {r}_conversation SET held_on = '2020-01-01' WHERE uid = 'talk'",
    "UPDATE {r}_conversation SET uid = 'elsewhere' WHERE uid = 'talk'",
    "UPDATE {r}_conversation SET person_uid = 'mira' WHERE uid = 'open'",
    "UPDATE {r}_conversation SET state = 'sealed' WHERE uid = 'open'",
    "UPDATE {r}_conversation SET uid = 'elsewhere' WHERE uid = 'open'",
    "DELETE FROM {r}_conversation WHERE uid = 'talk'",
    "INSERT OR REPLACE INTO {r}_conversation SELECT * FROM {r}_conversation WHERE uid = 'talk'",
    "INSERT OR REPLACE INTO {r}_conversation SELECT 'talk', kind, stage, person_uid, "
    "manager_uid, guide, held_on, "
    "period, period_start, period_end, created_at, state, step, corrects, reason FROM {r}_conversation "
    "WHERE uid = 'open'",
    "UPDATE {r}_answer SET text = 'other' WHERE conversation_uid = 'talk'",
    "UPDATE {r}_answer SET conversation_uid = 'open', prompt_id = 'x' WHERE conversation_uid = 'talk'",
    "UPDATE {r}_answer SET conversation_uid = 'talk', prompt_id = 'x' WHERE conversation_uid = 'open'",
    "DELETE FROM {r}_answer WHERE conversation_uid = 'talk'",
    "INSERT INTO {r}_answer VALUES ('talk', 'more', '', 'manager', 'x')",
    "INSERT OR REPLACE INTO {r}_answer VALUES ('talk', 'moved', '', 'employee', 'x')",
    "INSERT INTO {r}_answer VALUES ('talk', 'moved', '', 'employee', 'x') ON CONFLICT DO UPDATE SET text = 'x'",
    "UPDATE OR REPLACE {r}_answer SET conversation_uid = 'talk' WHERE conversation_uid = 'open'",
    "UPDATE {r}_private_note SET text = 'other' WHERE conversation_uid = 'talk'",
    "DELETE FROM {r}_private_note WHERE conversation_uid = 'talk'",
    "INSERT OR REPLACE INTO {r}_private_note VALUES ('talk', 'talk', 'x')",
    "UPDATE {r}_commitment SET text = 'other' WHERE uid = 'talk-promise'",
    "UPDATE {r}_commitment SET due = NULL WHERE uid = 'talk-promise'",
    "UPDATE {r}_commitment SET owner = 'me', state = 'kept' WHERE uid = 'talk-promise'",
    "UPDATE {r}_commitment SET conversation_uid = 'open' WHERE uid = 'talk-promise'",
    "UPDATE {r}_commitment SET conversation_uid = 'talk' WHERE uid = 'open-promise'",
    "UPDATE OR REPLACE {r}_commitment SET uid = 'talk-promise' WHERE uid = 'open-promise'",
    "DELETE FROM {r}_commitment WHERE uid = 'talk-promise'",
    "INSERT INTO {r}_commitment VALUES ('new', 'talk', 'tomas', 'x', 'x', NULL, 'open', 9)",
    "INSERT OR REPLACE INTO {r}_commitment VALUES ('talk-promise', 'open', 'tomas', 'x', 'x', NULL, 'open', 9)",
    "INSERT INTO {r}_commitment VALUES ('talk-promise', 'open', 'tomas', 'x', 'x', NULL, 'open', 9) "
    "ON CONFLICT DO UPDATE SET text = 'x'",
    "UPDATE {r}_note SET record = x'00'",
    "UPDATE {r}_note SET reason = 'x', imported = imported",
    "DELETE FROM {r}_note",
    "INSERT OR REPLACE INTO {r}_note SELECT * FROM {r}_note",
    "INSERT OR REPLACE INTO {r}_note SELECT 'forged', series, revision, reason, 'open', "
    "person_uid, kind, stage, "
    "x'00', digest, salt, sealed_at, chain_head, 0 FROM {r}_note",
    "INSERT INTO {r}_note SELECT 'forged', 'forged', 1, reason, 'open', person_uid, kind, stage, "
    "x'00', digest, salt, sealed_at, chain_head, 0 FROM {r}_note",
    "UPDATE {r}_export SET pdf = x'00'",
    "DELETE FROM {r}_export",
    "INSERT OR REPLACE INTO {r}_export SELECT * FROM {r}_export",
    *(
        attack.replace("{t}", f"{{r}}_{table}")
        for table in ("response", "decline", "handover", "rebuttal")
        for attack in (
            "UPDATE {t} SET note_uid = note_uid",
            "UPDATE {t} SET uid = 'elsewhere'",
            "DELETE FROM {t}",
            "INSERT OR REPLACE INTO {t} SELECT * FROM {t}",
        )
    ),
    "UPDATE {r}_response SET comment = 'I agree.'",
    "UPDATE OR REPLACE {r}_response SET pdf = x'00', pdf_sha256 = 'x'",
    "INSERT INTO {r}_response SELECT 'x', note_uid, way, arrival, 'agree', comment, scores_used, signer, "
    "fingerprint, signed_at, arrived_at, file_name, 'x', certificate, salt, x'00' FROM {r}_response",
    "INSERT OR REPLACE INTO {r}_response SELECT 'talk', note_uid, way, arrival, 'agree', comment, scores_used, "
    "signer, fingerprint, signed_at, arrived_at, file_name, pdf_sha256, certificate, salt, pdf FROM {r}_response",
    "INSERT INTO {r}_decline SELECT 'x', note_uid, declined_on, '', witness, NULL, recorded_at, salt FROM {r}_decline",
    "INSERT INTO {r}_decline SELECT 'response', note_uid, declined_on, '', witness, NULL, recorded_at, salt "
    "FROM {r}_decline",
    "INSERT INTO {r}_rebuttal SELECT 'x', note_uid, 'x', 'x', 1, received_at, salt, x'00' FROM {r}_rebuttal",
    "INSERT OR REPLACE INTO {r}_rebuttal SELECT 'x', note_uid, 'x', sha256, 1, received_at, salt, x'00' "
    "FROM {r}_rebuttal",
    "UPDATE core_seal SET commitment = ''",
    "DELETE FROM core_seal",
    "DELETE FROM core_seal WHERE seq = 2",
    "INSERT OR REPLACE INTO core_seal SELECT * FROM core_seal",
    "INSERT INTO core_seal SELECT 19, room, event, kind, 'x', commitment, at, hash, 'x' FROM core_seal WHERE seq = 2",
    "INSERT INTO core_seal SELECT 6, room, event, kind, 'x', commitment, at, 'x', 'x' FROM core_seal WHERE seq = 2",
    "INSERT OR REPLACE INTO core_seal SELECT 6, room, event, kind, uid, commitment, at, hash, "
    "'x' FROM core_seal "
    "WHERE seq = 2",
]


@pytest.fixture(scope="module", params=["okr", "perf"])
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """A room with one sealed and one open conversation, and a connection of another program."""
    vault = new_vault(tmp_path_factory.mktemp(request.param) / "vault")
    kind = Kind.OKR if request.param == "okr" else Kind.PERFORMANCE
    note = sealed(vault, kind)
    begin(vault, kind, "open")
    vault.notes(kind).save_export(note.uid, "note.pdf", b"%PDF")
    attach_all(vault, kind, note.uid)
    connection = outside(vault)
    connection.execute("PRAGMA recursive_triggers = OFF")
    yield request.param, connection
    connection.close()
    vault.close()


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_sealed_row_is_not_touched(attacked: tuple[str, Any], attack: str) -> None:
    room, connection = attacked
    before = content(connection)
    with pytest.raises(driver.IntegrityError, match="^sealed$"):
        connection.execute(attack.format(r=room))
    assert content(connection) == before


REPLACING = [
    (
        "response",
        "'forged', note_uid, way, arrival, 'agree', '', 1, '', '', 0, 0, 'x', pdf_sha256, x'00', x'00', x'00'",
    ),
    ("rebuttal", "'forged', note_uid, 'x', sha256, 1, 0, x'00', x'00'"),
]


@pytest.mark.parametrize(("table", "row"), REPLACING)
def test_a_seal_of_its_own_does_not_let_a_row_replace_another(attacked: tuple[str, Any], table: str, row: str) -> None:
    room, connection = attacked
    connection.execute("BEGIN")
    connection.execute(
        f"INSERT INTO core_seal SELECT max(seq) + 1, room, event, '{table}', 'forged', '', at, hash, 'x' FROM core_seal"
    )
    with pytest.raises(driver.IntegrityError, match="^sealed$"):
        connection.execute(f"INSERT OR REPLACE INTO {room}_{table} SELECT {row} FROM {room}_{table}")
    connection.execute("ROLLBACK")


OPEN = [
    "UPDATE {r}_commitment SET state = 'kept' WHERE uid = 'talk-promise'",
    "UPDATE {r}_answer SET text = 'other' WHERE conversation_uid = 'open'",
    "UPDATE {r}_commitment SET text = 'other' WHERE uid = 'open-promise'",
    "DELETE FROM {r}_private_note WHERE conversation_uid = 'open'",
    "UPDATE {r}_conversation SET step = 3 WHERE uid = 'open'",
]


@pytest.mark.parametrize("change", OPEN)
def test_what_is_open_can_change(attacked: tuple[str, Any], change: str) -> None:
    room, connection = attacked
    connection.execute("BEGIN")
    assert connection.execute(change.format(r=room)).rowcount == 1
    connection.execute("ROLLBACK")


@pytest.mark.parametrize("table", ["okr_check_in", "okr_reflection"])
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE {t} SET value = '9' WHERE uid = 'known'",
        "UPDATE {t} SET conversation_uid = NULL WHERE uid = 'known'",
        "UPDATE {t} SET conversation_uid = 'talk' WHERE uid = 'later'",
        "DELETE FROM {t} WHERE uid = 'known'",
        "UPDATE OR REPLACE {t} SET uid = 'known' WHERE uid = 'later'",
    ],
)
def test_what_was_recorded_in_a_sealed_conversation_stays(vault: Vault, table: str, attack: str) -> None:
    store_okrs(vault)
    begin(vault, Kind.OKR)
    for uid, talk in (("known", "talk"), ("later", "")):
        vault.okrs.record_check_in(CheckIn(uid, "result", Decimal(5), NOON.date(), "desk", 7, NOON, talk))
        vault.okrs.record_reflection(
            Reflection(uid, "result", Decimal(5), NOON.date(), "desk", "Rota.", Decision.KEEP, NOON, talk)
        )
    vault.notes(Kind.OKR).seal(note_of(talk_of(Kind.OKR)))
    with pytest.raises(driver.IntegrityError, match="^sealed$"):
        outside(vault).execute(attack.format(t=table))


def content(connection: Any) -> list[Any]:
    """Return every row of both rooms' conversations and of the chain."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return [connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names if "sqlite" not in name]
