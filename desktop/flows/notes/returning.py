"""The way home: a returned file is matched with its note, judged, and kept beside it if it says anything.

The order of the questions is that of `documents.arrival`. Nothing is overwritten: what comes again is one more answer.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.judging.arrival import judge
from desktop.documents.judging.attached import attached_record
from desktop.flows.keys.checking import read_file
from desktop.flows.keys.trusting import employee_certificates, own_certificates, trusted_roots
from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.response import KEPT, Arrival, Response, Returned, Way

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Homecoming:
    """What came home: the note it belongs to (None: none of this vault), what was found, and the answer as it is kept.

    `response` is None where nothing was kept. `key_changed`: the person is known by another key than the one that
    signed.
    """

    note: Note | None
    returned: Returned
    response: Response | None = None
    key_changed: bool = False


def take_in(vault: "Vault", path: Path, expected: Note | None = None, password: str = "") -> Homecoming:
    """Take in the file at `path`; `expected` is the note it was dropped on, None if it may answer any.

    Raises Problem if the file cannot be read, Locked (a Problem) if it needs another `password`.
    """
    data = read_file(path)
    return keep(vault, examine(vault, data, expected, password), data, path.name)


def examine(
    vault: "Vault", data: bytes, expected: Note | None = None, password: str = "", here: bytes = b""
) -> Homecoming:
    """Return what came home, without keeping it.

    `here` is the certificate (DER) of a key that was made for this answer, on this machine.
    """
    note = _note_of(vault, data, password) or expected
    if note is None:
        strange = _("This file belongs to no note of this vault; “Verify” shows what it is.")
        return Homecoming(None, Returned(Arrival.NOT_OURS, reasons=(strange,)))
    if expected is not None and note.uid != expected.uid:
        other = _("This file answers another note; drop it there, or on Home.")
        return Homecoming(note, Returned(Arrival.NOT_OURS, reasons=(other,)))
    returned = _judged(vault, note, data, password, here)
    known = bool(employee_certificates(vault, note.person_uid))
    return Homecoming(note, returned, key_changed=returned.arrival is Arrival.UNKNOWN_SIGNER and known)


def keep(vault: "Vault", home: Homecoming, data: bytes, name: str, way: Way = Way.FILE) -> Homecoming:
    """Attach what came home in a file called `name` to its note, if it says anything; return it as it is kept."""
    if home.note is None or home.returned.arrival not in KEPT:
        return home
    responses = vault.responses(home.note.kind)
    return replace(home, response=responses.add_response(_response(home.note, home.returned, data, name, way)))


def note_of(vault: "Vault", data: bytes) -> Note | None:
    """Return the note that a file on its way home belongs to, None if it is none of this vault's.

    A file that is one of ours as it was given away brings nothing home.
    """
    note = _note_of(vault, data, "")
    if note is None or any(data == export.pdf for export in vault.notes(note.kind).exports(note.uid)):
        return None
    return note


def _note_of(vault: "Vault", data: bytes, password: str) -> Note | None:
    """Return the note a file belongs to: one of ours begins it, or the record in it says which note it is."""
    for kind in Kind:
        notes = vault.notes(kind)
        for uid, length, sha256 in notes.handed_out():
            if length <= len(data) and hashlib.sha256(data[:length]).hexdigest() == sha256:
                return notes.note(uid)
    uid = _uid_in(attached_record(data, password))
    return next((note for kind in Kind for note in vault.notes(kind).notes() if note.uid == uid), None)


def _uid_in(record: bytes) -> str:
    try:
        return str(json.loads(record)["note"]["uid"])
    except (ValueError, LookupError, TypeError, RecursionError):  # no record, or not one of a note
        return ""


def _judged(vault: "Vault", note: Note, data: bytes, password: str, here: bytes) -> Returned:
    """Judge against the export that the file begins with; if there is none, against the newest one."""
    exports = [export.pdf for export in vault.notes(note.kind).exports(note.uid)]
    exported = next((pdf for pdf in exports if data.startswith(pdf)), exports[-1] if exports else None)
    manager = () if note.imported else own_certificates(vault)
    employee = employee_certificates(vault, note.person_uid) + ((here,) if here else ())
    responses = vault.responses(note.kind)
    known = [responses.file(earlier.uid) for earlier in responses.responses(note.uid)]
    return judge(data, exported, manager, employee, known, trusted_roots(vault), password)


def _response(note: Note, returned: Returned, data: bytes, name: str, way: Way) -> Response:
    reply = returned.reply
    return Response(
        uid=new_uid(),
        note_uid=note.uid,
        way=way,
        arrival=returned.arrival,
        choice=str(reply.choice or ""),
        comment=reply.comment,
        scores_used=reply.scores_used,
        signer=returned.signer,
        fingerprint=returned.fingerprint,
        certificate=returned.certificate,
        signed_at=returned.signed_at,
        arrived_at=now(),
        file_name=name,
        pdf=data,
    )
