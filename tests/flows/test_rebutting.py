"""A statement that came later is attached as it came, and travels with every file of the note from then on."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.flows.notes.exporting import export
from desktop.flows.notes.rebutting import LARGEST, attach, write_down
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.world import World


def test_it_travels_with_the_note(signing_world: World, note: Note, tmp_path: Path) -> None:
    statement = tmp_path / "Wörter & mehr.txt"
    statement.write_bytes(b"I see it otherwise.\r\n")
    attach(signing_world.vault, note, statement)
    write_down(signing_world.vault, note, "And one more thing: لا")
    exported = export(signing_world.vault, note, tmp_path)
    assert exported.verdict.outcome is Outcome.INTACT
    with pikepdf.open(BytesIO(exported.pdf)) as pdf:
        found = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
        assert {str(spec.AFRelationship) for spec in pdf.Root.AF} == {"/Source", "/Supplement"}
    assert found["record.json"] == note.record
    assert found["statement-001"] == b"I see it otherwise.\r\n"
    assert found["statement-002"].decode() == "And one more thing: لا"


def test_it_is_attached_once(signing_world: World, note: Note) -> None:
    write_down(signing_world.vault, note, "words")
    with pytest.raises(Problem, match="attached already"):
        write_down(signing_world.vault, note, "words")


def test_nothing_and_too_much_are_refused(signing_world: World, note: Note, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Write the statement first"):
        write_down(signing_world.vault, note, " \n")
    large = tmp_path / "large.pdf"
    large.write_bytes(bytes(LARGEST + 1))
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    for path in (large, empty, tmp_path / "gone.pdf"):
        with pytest.raises(Problem):
            attach(signing_world.vault, note, path)
    assert signing_world.vault.responses(note.kind).rebuttals(note.uid) == ()
