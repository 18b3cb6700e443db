"""A sealed conversation: its record as canonical bytes, and what holds it still."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.models.guide import Kind, Stage


@dataclass(frozen=True, slots=True)
class Note:
    """One revision of a sealed conversation.

    `record` is canonical JSON and never changes; `digest` is its SHA-256 in hex. `series` is the uid of the first
    revision. `chain_head` is the vault's seal chain right after this note was sealed; it is printed on the PDF, so
    that the paper in the other person's hand anchors the chain.
    """

    uid: str
    series: str
    revision: int
    reason: str
    conversation_uid: str
    person_uid: str
    kind: Kind
    stage: Stage
    record: bytes = field(repr=False)
    digest: str
    sealed_at: datetime
    chain_head: str = ""
    imported: bool = False

    @property
    def content(self) -> dict[str, Any]:
        """The record as plain data."""
        data: dict[str, Any] = json.loads(self.record)
        return data


def canonical(record: Mapping[str, Any]) -> bytes:
    """Return `record` as the one sequence of bytes that stands for it: UTF-8, sorted keys, no spaces.

    Words are kept exactly as they were typed (no Unicode normalisation): the employee's are stored byte for byte.
    """
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def digest_of(record: bytes) -> str:
    """Return the SHA-256 of canonical bytes in lower-case hex."""
    return hashlib.sha256(record).hexdigest()


def imported_note(record: Mapping[str, Any], person_uid: str) -> Note:
    """Return the note that a valid record from elsewhere stands for; `person_uid` is its person in this vault."""
    words, place = canonical(record), record["note"]
    return Note(
        uid=place["uid"],
        series=place["series"],
        revision=place["revision"],
        reason=place["reason"],
        conversation_uid="",
        person_uid=person_uid,
        kind=Kind(record["kind"]),
        stage=Stage(record["stage"]),
        record=words,
        digest=digest_of(words),
        sealed_at=datetime.fromisoformat(record["sealed_at"]),
        imported=True,
    )
