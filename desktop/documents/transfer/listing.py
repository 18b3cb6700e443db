"""The list of what a transfer carries, as plain data, and back; files stand in it by their SHA-256."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from desktop.documents.judging.schema import validate
from desktop.models.note import canonical, digest_of, imported_note
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.response import Arrival, Decline, Handover, Rebuttal, Response, Way
from desktop.models.transfer import CarriedNote, CarriedPdf, CarriedPerson, Parcel
from desktop.models.typed import is_moment
from desktop.places import resources

FORMAT, VERSION = "duologue-transfer", 1
_STRANGE = "This file does not hold what a hand-over holds, so nothing of it was taken over; ask for it anew."
_NEWER = "This file was made by a newer Duologue; update Duologue to read it. Nothing was taken over."
_LEFT_OUT = ("note_uid", "pdf", "content", "sha256", "length", "certificate")

Files = dict[str, bytes]


def told(parcel: Parcel) -> tuple[bytes, Files]:
    """Return the list of a parcel as canonical bytes, and the files that it names."""
    files: Files = {}
    data = {
        "format": FORMAT,
        "version": VERSION,
        "uid": parcel.uid,
        "made_at": parcel.made_at.isoformat(),
        "sender": _person(parcel.sender),
        "receiver": parcel.receiver,
        "people": [{**_person(each.person), "team": each.team} for each in parcel.people],
        "notes": [_note(each, files) for each in parcel.notes],
    }
    return canonical(data), files


def read(listed: bytes, files: Mapping[str, bytes]) -> Parcel:
    """Return the parcel that a list and its files stand for; raise Problem if they are not one whole."""
    data = _data(listed)
    names = set(_named(data))
    if names != set(files):
        raise Problem(_STRANGE)
    parcel = Parcel(
        uid=data["uid"],
        made_at=_moment(data["made_at"]),
        sender=Person(**data["sender"]),
        receiver=data["receiver"],
        people=tuple(_read_person(each) for each in data["people"]),
        notes=tuple(_read_note(each, files) for each in data["notes"]),
    )
    _require_whole(parcel)
    return parcel


def _data(listed: bytes) -> Any:
    try:
        data = json.loads(listed)
        if data.get("format") == FORMAT and data.get("version") != VERSION:
            raise Problem(_NEWER)
        same = canonical(data) == listed
    except (ValueError, AttributeError, RecursionError):
        raise Problem(_STRANGE) from None
    if not same or not _validator().is_valid(data):
        raise Problem(_STRANGE)
    return data


def _require_whole(parcel: Parcel) -> None:
    """Raise Problem where a uid stands twice, or for somebody who is not there."""
    people = [each.person.uid for each in parcel.people]
    places = [(each.note.series, str(each.note.revision)) for each in parcel.notes]
    for uids in (people, places, [uid for each in parcel.notes for uid in _uids(each)]):
        if len(set(uids)) != len(uids):
            raise Problem(_STRANGE)
    if any(each.note.person_uid not in people for each in parcel.notes):
        raise Problem(_STRANGE)
    for each in parcel.notes:
        numbers = [pdf.number for pdf in each.pdfs]
        answers = {"", *(response.uid for response in each.responses)}
        if len(set(numbers)) != len(numbers) or any(decline.response_uid not in answers for decline in each.declines):
            raise Problem(_STRANGE)


def _uids(each: CarriedNote) -> Iterator[str]:
    yield each.note.uid
    for attached in (each.responses, each.declines, each.handovers, each.rebuttals):
        yield from (thing.uid for thing in attached)


def _named(data: Mapping[str, Any]) -> Iterator[str]:
    for note in data["notes"]:
        yield note["record"]
        yield from (each["file"] for kind in ("pdfs", "responses", "rebuttals") for each in note[kind])
        yield from (each["certificate"] for each in note["responses"] if each["certificate"])


def _note(each: CarriedNote, files: Files) -> dict[str, Any]:
    return {
        "person": each.note.person_uid,
        "record": _filed(each.note.record, files),
        "pdfs": [{**_plain(pdf), "file": _filed(pdf.pdf, files)} for pdf in each.pdfs],
        "responses": [_response(response, files) for response in each.responses],
        "declines": [_plain(decline) for decline in each.declines],
        "handovers": [_plain(handover) for handover in each.handovers],
        "rebuttals": [{**_plain(rebuttal), "file": _filed(rebuttal.content, files)} for rebuttal in each.rebuttals],
    }


def _response(response: Response, files: Files) -> dict[str, Any]:
    certificate = _filed(response.certificate, files) if response.certificate else ""
    return {**_plain(response), "certificate": certificate, "file": _filed(response.pdf, files)}


def _filed(content: bytes, files: Files) -> str:
    name = hashlib.sha256(content).hexdigest()
    files[name] = content
    return name


def _plain(value: Any) -> dict[str, Any]:
    """Return the fields of a value but its files, days and moments as text."""
    return {each.name: _text(getattr(value, each.name)) for each in fields(value) if each.name not in _LEFT_OUT}


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _person(person: Person) -> dict[str, str]:
    return {"uid": person.uid, "name": person.name, "role": person.role, "email": person.email}


def _read_person(told: dict[str, str]) -> CarriedPerson:
    return CarriedPerson(Person(told["uid"], told["name"], told["role"], told["email"]), told["team"])


def _read_note(told: Mapping[str, Any], files: Mapping[str, bytes]) -> CarriedNote:
    words = files[told["record"]]
    note = imported_note(_record(words), told["person"])
    return CarriedNote(
        note=note,
        pdfs=tuple(_read_pdf(each, files) for each in told["pdfs"]),
        responses=tuple(_read_response(each, note.uid, files) for each in told["responses"]),
        declines=tuple(_read_decline(each, note.uid) for each in told["declines"]),
        handovers=tuple(Handover(each["uid"], note.uid, _moment(each["at"])) for each in told["handovers"]),
        rebuttals=tuple(_read_rebuttal(each, note.uid, files) for each in told["rebuttals"]),
    )


def _record(words: bytes) -> Any:
    """Return a record that has its published shape and is written as it was sealed; its kind decides on its room."""
    try:
        record = json.loads(words)
        same = canonical(record) == words
    except (ValueError, AttributeError, RecursionError):
        raise Problem(_STRANGE) from None
    if not same:
        raise Problem(_STRANGE)
    validate(record)
    return record


def _read_pdf(told: Mapping[str, Any], files: Mapping[str, bytes]) -> CarriedPdf:
    return CarriedPdf(told["number"], told["file_name"], _moment(told["made_at"]), files[told["file"]])


def _read_response(told: Mapping[str, Any], note_uid: str, files: Mapping[str, bytes]) -> Response:
    kept = {name: told[name] for name in ("uid", "choice", "comment", "scores_used", "signer", "fingerprint")}
    return Response(
        **kept,
        note_uid=note_uid,
        way=Way(told["way"]),
        arrival=Arrival(told["arrival"]),
        signed_at=_moment(told["signed_at"]) if told["signed_at"] else None,
        arrived_at=_moment(told["arrived_at"]),
        file_name=told["file_name"],
        certificate=files.get(told["certificate"], b""),
        pdf=files[told["file"]],
    )


def _read_decline(told: Mapping[str, Any], note_uid: str) -> Decline:
    kept = {name: told[name] for name in ("uid", "reason", "witness", "response_uid")}
    day, recorded_at = date.fromisoformat(told["declined_on"]), _moment(told["recorded_at"])
    return Decline(**kept, note_uid=note_uid, declined_on=day, recorded_at=recorded_at)


def _read_rebuttal(told: Mapping[str, Any], note_uid: str, files: Mapping[str, bytes]) -> Rebuttal:
    content = files[told["file"]]
    at = _moment(told["received_at"])
    return Rebuttal(told["uid"], note_uid, told["file_name"], digest_of(content), len(content), at, content)


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told)


_formats = FormatChecker(formats=["date"])


@_formats.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or is_moment(value)


@cache
def _validator() -> Draft202012Validator:
    path = resources() / "schema" / "transfer-1.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")), format_checker=_formats)
