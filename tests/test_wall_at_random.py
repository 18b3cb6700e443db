"""The wall, asked of firms made at random: no score, level or telling word of theirs is in what crosses.

`pytest tests/test_wall_at_random.py --vaults 500 --timeout 0` makes five hundred vaults (a hundred of their notes
become PDFs) and fifty thousand single key results.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import pikepdf
import pytest

from desktop.documents.keys.identity import make_identity
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.flows.okr.publishing import refresh, share
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.performance_record import Grounds, performance_record
from desktop.models.problems import Problem
from desktop.models.publishing import fact_of, held_back, may_cross, published_objective
from desktop.models.record import Sealing, Talk
from desktop.storage.connection import connect_room
from desktop.storage.firewall import RIGHTS, RoomName
from desktop.storage.schema import tables
from tests.documents.tools import text_of
from tests.firms import CYCLE, Told, told_result
from tests.world import World, make_world


def test_single_key_results_give_nothing_away(pytestconfig: pytest.Config) -> None:
    chance, crossed = Random(5), 0
    for number in range(100 * pytestconfig.getoption("vaults")):
        told = told_result(chance, number)
        held = held_back(told.objective, told.known)
        if may_cross(held):
            crossed += 1
            cited = (published_objective(told.objective, CYCLE), fact_of(told.known, held))
            assert found_in(json.dumps([asdict(each) for each in cited], default=str), told.secrets) == set()
    assert crossed > 10 * pytestconfig.getoption("vaults")


def test_whole_vaults_give_nothing_away(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    chance = Random(11)
    for number in range(pytestconfig.getoption("vaults")):
        world = make_world(tmp_path / f"vault-{number}")
        secrets = frozenset().union(*(told.secrets for told in filled(world, chance, number)))
        talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
        world.say(talk, "I moved the urgent queue to the front.")
        note = seal(world.vault, Kind.PERFORMANCE, talk.uid)
        assert found_in("\n".join(readable(world)), secrets) == set()
        assert found_in(note.record.decode(), secrets) == set()
        if number % 5 == 0:
            for part in parts_of(note, world, tmp_path):
                assert found_in(part, secrets) == set()
        world.vault.close()


def test_a_leak_would_be_found(world: World) -> None:
    told = told_result(Random(3), 0)
    leaky = replace(
        fact_of(told.known, held_back(told.objective, told.known)), source=f"{told.known.key_result.commit}"
    )
    grounds = Grounds([published_objective(told.objective, CYCLE)], [leaky], (), ())
    talk = Talk(world.start(Kind.PERFORMANCE, Stage.REVIEW), world.manager, world.employee, "", (), (), {})
    record = performance_record(talk, Sealing("n", "n", 1, now()), grounds)
    assert found_in(json.dumps(record), told.secrets)


def filled(world: World, chance: Random, number: int) -> list[Told]:
    """Store some key results, share those that may be shared, and change some of them afterwards."""
    okrs, made = world.vault.okrs, []
    for at in range(chance.randrange(2, 6)):
        told = told_result(chance, 1_000 * number + at)
        objective = replace(told.objective, cycle_uid=world.cycle.uid, owner_uid=world.employee.team_uid)
        okrs.save_objective(objective)
        okrs.save_key_result(told.known.key_result)
        made.append(told)
        shared_first = chance.random() < 0.5
        if shared_first:
            shared(world, told)
        if told.known.check_in:
            okrs.record_check_in(told.known.check_in)
        if told.known.reflection:
            okrs.record_reflection(told.known.reflection)
        refresh(okrs, told.known.key_result.uid) if shared_first else shared(world, told)
    return made


def shared(world: World, told: Told) -> None:
    try:
        share(world.vault.okrs, told.known.key_result.uid)
    except Problem as problem:
        assert "cannot be shared yet" in str(problem)


def readable(world: World) -> Iterator[str]:
    """Yield every row that the connection of the performance room can read."""
    connection = connect_room(world.vault.folder / "vault.db", RoomName.PERFORMANCE, world.vault.key)
    for table in tables():
        if RIGHTS[RoomName.PERFORMANCE].may_read(table.name):
            for row in connection.execute(f"SELECT * FROM {table.name}"):  # noqa: S608
                yield from (
                    value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value) for value in row
                )
    connection.close()


def parts_of(note: Note, world: World, folder: Path) -> Iterator[str]:
    """Yield the text of the signed PDF, and everything in the file: strings, streams, attachments, metadata, tags."""
    made = make_identity(world.manager, now())
    pdf = sign(render(note), Signatory(made, world.manager.name, now()))
    yield text_of(pdf, folder)
    path = folder / "note.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream):
                yield each.read_bytes().decode("latin-1")
            yield repr(each)


def found_in(text: str, secrets: frozenset[str]) -> set[str]:
    """Return the secrets in a text, each as a number or word of its own."""
    return {
        secret for secret in secrets if secret in text and re.search(rf"(?<![\d.,]){re.escape(secret)}(?!\d)", text)
    }
