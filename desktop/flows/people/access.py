"""Everything held about one person, in one encrypted archive: a PDF to read, the data, and the stored files.

The archive is a zip with AES-256 (WinZip AE-2), which 7-Zip, Keka and the like open; the zip programs built into
Windows and macOS do not.
"""

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.flows.naming import file_name, name_part
from desktop.flows.people.access_words import part_title, private_hint, shown
from desktop.i18n import _
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.wording import moment

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.person_rows import Rows
    from desktop.storage.vault import Vault

_FILES = {"pdf", "content"}


def export_access(vault: "Vault", person_uid: str, folder: Path, passphrase: str) -> Path:
    """Write the archive into `folder` under a free name and return where it lies (slow: a worker's).

    Raises Problem if the passphrase is too short or the folder cannot be written to.
    """
    from desktop.storage.person_rows import rows_about

    if len(passphrase) < 12:
        raise Problem("The passphrase is too short; take at least 12 characters, for example four words.")
    person = vault.people.person(person_uid)
    rows = rows_about(vault.path, vault.key, person_uid)
    names = [other.name for other in vault.people.people() if other.uid != person_uid]
    contents = dict(_contents(person, rows, names))
    path = _free(folder, file_name((_("Held about"), name_part(person.name, 100)), ".zip"))
    try:
        _write(path, contents, passphrase)
    except OSError as fault:
        raise Problem(
            "The archive cannot be written ({reason}); choose another folder.", reason=fault.strerror
        ) from fault
    return path


def _contents(person: "Person", rows: "Rows", others: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    from desktop.documents.papers.access_report import Part, access_report

    title = _("What is held about {name}").format(name=person.name)
    flagged = _third_parties(rows, others)
    intro = [
        _("Collected on {when}. Private notes are included and marked.").format(when=moment(now())),
        _("Other people are named in it: {names}. Review these places before you hand this out.").format(
            names=", ".join(flagged)
        )
        if flagged
        else _("No other person of the vault was found by name; read it nevertheless before you hand it out."),
    ]
    parts = [
        Part(part_title(table), private_hint(table), [shown(row) for row in found]) for table, found in rows.items()
    ]
    yield "held.pdf", access_report(title, intro, parts)
    data = {
        "person": person.uid,
        "others_named": flagged,
        "held": {name: _plain(found) for name, found in rows.items()},
    }
    yield "held.json", json.dumps(data, ensure_ascii=False, indent=1).encode()
    for table, found in rows.items():
        for number, row in enumerate(found, start=1):
            for column in _FILES & set(row):
                yield f"files/{table}-{number} {name_part(str(row['file_name']), 120)}", row[column]


def _third_parties(rows: "Rows", others: Sequence[str]) -> list[str]:
    text = json.dumps({name: _plain(found) for name, found in rows.items()}, ensure_ascii=False).casefold()
    return sorted(name for name in others if name.casefold() in text)


def _plain(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{name: _told(name, value) for name, value in row.items() if name not in _FILES} for row in rows]


def _told(name: str, value: Any) -> Any:
    if name == "record":
        return json.loads(value)
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{Path(name).stem} {number}.zip", number + 1
    return path


def _write(path: Path, contents: Mapping[str, bytes], passphrase: str) -> None:
    import pyzipper

    fresh = path.with_name(path.name + ".new")
    try:
        with pyzipper.AESZipFile(fresh, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
            archive.setpassword(passphrase.encode())
            for name, data in contents.items():
                archive.writestr(name, data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
