"""The published shape of the two records, and getting a record out of a file."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from desktop.documents.judging.schema import read_record, validate
from desktop.documents.papers.render import render
from desktop.models.problems import Problem
from desktop.places import resources
from tests.documents import attacks
from tests.documents.notes import MAKERS, Spoken, okr_note, performance_note

Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("make", MAKERS)
def test_what_we_seal_has_the_published_shape(make: Callable[[Spoken], Any]) -> None:
    validate(make(Spoken()).content)
    validate(make(Spoken("", "", promises=[])).content)


def test_a_correction_has_the_published_shape() -> None:
    validate(okr_note(Spoken(sealing=replace(Spoken().sealing, revision=2, corrects_digest="a" * 64))).content)


def test_the_schemas_say_which_standard_they_follow_and_forbid_everything_unknown() -> None:
    files = sorted((resources() / "schema").glob("*.schema.json"))
    assert [file.name for file in files] == [
        f"{name}-1.schema.json" for name in ("okr-note", "performance-note", "transfer")
    ]
    for file in files:
        schema = json.loads(file.read_text(encoding="utf-8"))
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert all(part["additionalProperties"] is False for part in _objects(schema))


def test_the_performance_schema_has_no_word_for_a_score() -> None:
    text = (resources() / "schema" / "performance-note-1.schema.json").read_text(encoding="utf-8")
    names = {name for part in _objects(json.loads(text)) for name in part["properties"]}
    assert not names & {"score", "zone", "confidence", "baseline", "commit", "target", "stretch", "levels"}


def _voice(record: dict[str, Any]) -> dict[str, Any]:
    """Return what one voice said to the first prompt that anybody answered."""
    prompts = [prompt for section in record["sections"] for prompt in section["prompts"]]
    found: dict[str, Any] = next(e["voices"][0] for p in prompts for e in p["entries"] if e["voices"])
    return found


@pytest.mark.parametrize(
    ("change", "place", "fault"),
    [
        (lambda r: r["objectives"][0]["facts"][0].update(score="0.7"), "objectives, no. 1, facts, no. 1", "score"),
        (lambda r: _voice(r).update(score="0.7"), "voices, no. 1", "score"),
        (lambda r: _voice(r).update(meta={"zone": "stretch"}), "voices, no. 1", "meta"),
        (
            lambda r: r["expectations"].append({"text": "a", "examples": [], "rating": 0.7}),
            "expectations",
            "another sort",
        ),
        (lambda r: r["objectives"][0]["facts"][0].update(confidence=3), "facts, no. 1", "no place for “confidence”"),
        (lambda r: r.update(key_results=[]), "the record", "no place for “key_results”"),
        (lambda r: r.pop("held_on"), "the record", "without “held_on”"),
        (lambda r: r.update(held_on="2026-02-30"), "held_on", "cannot be “2026-02-30”"),
        (lambda r: r.update(held_on="20.11.2026"), "held_on", "cannot be"),
        (lambda r: r.update(sealed_at="2026-11-20T10:05:00"), "sealed_at", "cannot be"),
        (lambda r: r["employee"].update(name=""), "employee, name", "must not be empty"),
        (lambda r: r["employee"].update(name="n" * 301), "employee, name", "too long (at most 300)"),
        (lambda r: r["note"].update(revision=0), "note, revision", "out of range"),
        (lambda r: r["note"].update(revision="1"), "note, revision", "another sort of value"),
        (lambda r: r["commitments"][0].update(state="done"), "commitments, no. 1, state", "cannot be “done”"),
        (lambda r: r.update(stage="check-in"), "stage", "cannot be"),
        (lambda r: r["sections"][0]["prompts"][0]["entries"][0]["voices"][0].update(text="x" * 10**6), "text", "long"),
    ],
)
def test_a_fault_is_named_with_its_place(change: Change, place: str, fault: str) -> None:
    record = performance_note().content
    change(record)
    with pytest.raises(Problem) as caught:
        validate(record)
    assert place in str(caught.value)
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r["key_results"][0]["levels"].update(commit="1e9"),
        lambda r: r["key_results"][0]["levels"].update(commit=7),
        lambda r: r["key_results"][0]["reflection"].update(score="7"),
        lambda r: r["key_results"][0]["check_in"].update(confidence=11),
        lambda r: r["key_results"][0].update(rating="good"),
    ],
)
def test_an_okr_record_is_held_to_its_shape(change: Change) -> None:
    record = okr_note().content
    change(record)
    with pytest.raises(Problem, match="key_results, no. 1"):
        validate(record)


@pytest.mark.parametrize("record", [None, [], "text", 3, {}, {"format": "invoice"}, {"format": ["x"]}])
def test_what_is_no_record_is_refused_in_words(record: object) -> None:
    with pytest.raises(Problem, match="not the record of a Duologue conversation"):
        validate(record)


def test_a_newer_record_says_what_to_do() -> None:
    with pytest.raises(Problem, match="newer Duologue"):
        validate(okr_note().content | {"version": 2})


def test_a_record_is_read_from_its_file_byte_for_byte(okr_pdf: bytes) -> None:
    assert read_record(okr_pdf) == okr_note().record


def test_a_file_without_a_record_gives_nothing() -> None:
    assert read_record(attacks.plain_pdf()) == b""


@pytest.mark.parametrize(("data", "words"), [(b"letter", "cannot be read"), (b"", "cannot be read")])
def test_what_is_no_pdf_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(Problem, match=words):
        read_record(data)


def test_a_locked_file_says_so(okr_pdf: bytes) -> None:
    with pytest.raises(Problem, match="password"):
        read_record(attacks.encrypt(okr_pdf))


def test_a_record_that_unfolds_without_end_is_refused() -> None:
    pdf = attacks.swap_attachment(render(okr_note()), b" " * 20_000_001)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.attachments["record.json"].obj.EF.F.get("/Filter") == "/FlateDecode"
    assert len(pdf) < 200_000
    with pytest.raises(Problem, match="far too long"):
        read_record(pdf)


def _objects(schema: object) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        here = [schema] if schema.get("type") == "object" else []
        return here + [found for value in schema.values() for found in _objects(value)]
    return [found for value in schema for found in _objects(value)] if isinstance(schema, list) else []
