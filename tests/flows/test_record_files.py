"""Records out of real files: JSON, signed PDFs, and everything that is neither."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop.documents.papers.render import render
from desktop.flows.notes.exporting import export
from desktop.flows.notes.record_files import Untrusted, read_records
from desktop.models.note import Note
from desktop.models.problems import Problem
from tests.world import World


def written(folder: Path, data: Any, name: str = "record.json") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data, indent=1).encode())
    return path


def test_a_json_file_holds_one_record_or_several(note: Note, tmp_path: Path) -> None:
    one = read_records(written(tmp_path, note.content))
    several = read_records(written(tmp_path, [note.content, note.content]))
    assert [each.record for each in one] == [note.content]
    assert len(several) == 2


def test_a_byte_order_mark_does_no_harm(note: Note, tmp_path: Path) -> None:
    assert read_records(written(tmp_path, b"\xef\xbb\xbf" + note.record))[0].record == note.content


def test_a_signed_pdf_holds_its_record(signing_world: World, note: Note, tmp_path: Path) -> None:
    path = export(signing_world.vault, note, tmp_path).path
    (incoming,) = read_records(path)
    assert incoming.record == note.content
    assert incoming.pdf == path.read_bytes()


def test_an_unsigned_a_changed_and_a_resaved_pdf_are_refused(signing_world: World, note: Note, tmp_path: Path) -> None:
    signed = export(signing_world.vault, note, tmp_path).path
    changed = written(tmp_path, signed.read_bytes().replace(b"/Contents <", b"/Contents  <", 1), "changed.pdf")
    resaved = tmp_path / "resaved.pdf"
    with pikepdf.open(signed) as pdf:
        pdf.save(resaved)
    for path in (written(tmp_path, render(note), "unsigned.pdf"), changed, resaved):
        with pytest.raises(Untrusted):
            read_records(path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no valid JSON: look at line 1"),
        (b"{", "no valid JSON"),
        (b"\xff\xfe\x00", "neither a PDF nor a JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"a": 1, "a": 2}', "is there twice"),
        (b'{"a": ' + b"9" * 5000 + b"}", "no record of a note"),
        (b"[1]", "record of a Duologue conversation"),
        (b"{}", "record of a Duologue conversation"),
        (b"%PDF-1.7 nothing more", "cannot be read as a PDF"),
    ],
)
def test_a_file_that_holds_no_record_is_told_in_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence) as caught:
        read_records(written(tmp_path, data))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"score": "0.7"}, "score"),
        ({"kind": "okr"}, "kind"),
        ({"held_on": "soon"}, "held_on"),
        ({"held_on": "2026-02-30"}, "2026-02-30"),
        ({"sealed_at": "2026-11-20T25:00:00+00:00"}, "2026-11-20T25"),
        ({"sealed_at": "9999-12-31T23:59:59-12:00"}, "sealed_at"),
        ({"sealed_at": "0001-01-01T00:00:00+14:00"}, "sealed_at"),
        ({"period": {"name": "", "start": "2026-13-01", "end": "2026-12-01"}}, "2026-13-01"),
        ({"rule": "half \ud800 letter"}, "half a character"),
    ],
)
def test_a_record_of_another_shape_is_refused_with_its_place(
    note: Note, tmp_path: Path, change: dict[str, Any], place: str
) -> None:
    with pytest.raises(Problem, match=place):
        read_records(written(tmp_path, note.content | change))


@pytest.mark.parametrize("name", ["people.csv", "OKRS.XLSX"])
def test_tables_are_told_to_come_later(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match="Tables cannot be imported yet"):
        read_records(tmp_path / name)
