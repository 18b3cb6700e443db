"""From a sealed note to the signed PDF in the user's folder.

The file gets its name only after the program has read it back and found its own signature intact.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.files.locks import encrypted
from desktop.documents.judging.verify import verify
from desktop.documents.keys.identity import make_identity
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.documents.signing.timestamps import Stamped, sign_stamped
from desktop.flows.filing import drafted, give_name, saving_to
from desktop.flows.keys.known import NOBODY, Known
from desktop.flows.naming import file_name, name_part
from desktop.i18n import _
from desktop.models.hand import Strokes
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome, Verdict
from desktop.wording import kind_name

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

Report = Callable[[int, int, str], None]

_LONGEST_NAME = 80
"""Bytes for the person's name: with the rest, it fits every file system and a deep folder of Windows."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the signed PDF lies, what checking it said, and its bytes."""

    path: Path
    verdict: Verdict
    pdf: bytes = field(repr=False)
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs an export: loaded once, handed to as many exports as there are; `pin` opens their token, if any.

    `strokes` stand for the typed name where they signed by hand.
    """

    name: str
    identity: Identity
    pin: str = field(default="", repr=False)
    strokes: Strokes = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an export may have beside a signature: a `password` to open it (for e-mail; it is no archive file then),

    and the address of a timestamp `authority`; "" for none.
    """

    password: str = field(default="", repr=False)
    authority: str = ""


PLAIN = Wishes()


def export(
    vault: "Vault",
    note: Note,
    folder: Path,
    report: Report | None = None,
    signer: Signer | None = None,
    wishes: Wishes = PLAIN,
) -> Exported:
    """Write the signed PDF of `note` into `folder`, and keep it in the vault.

    No file that is there already is touched. An imported note is handed on with the signature it came with.
    `report(done, total, sentence)` hears of each step. Without a `signer` it is loaded for this note alone. Whatever a
    timestamp authority does, the file is signed: `Exported.warning` says if no timestamp is in it.

    Raises Problem if there is nobody to sign, if the folder does not take the file, or if the result does not
    verify; then nothing is left behind.
    """
    tell = report or _to_nobody
    if note.imported:
        tell(0, 1, _("Checking the signature…"))
        return _handed_on(vault, note, folder)
    by = signer or load_signer(vault)
    tell(0, 4, _("Drawing the pages…"))
    pages = render(note, vault.responses(note.kind).rebuttals(note.uid))
    tell(1, 4, _("Signing…"))
    signed = _signed(pages, by, wishes)
    tell(2, 4, _("Checking the signature…"))
    known = Known((by.identity.certificate,))
    exported = replace(_saved(folder, export_name(note), signed.pdf, known, wishes.password), warning=signed.warning)
    tell(3, 4, _("Saving…"))
    _keep(vault, note, exported)
    return exported


def _signed(pages: bytes, by: Signer, wishes: Wishes) -> Stamped:
    """Sign; a password is set before, because afterwards it would break the signature."""
    unsigned = encrypted(pages, wishes.password) if wishes.password else pages
    signatory = Signatory(by.identity, by.name, now(), by.strokes, by.pin)
    if wishes.authority:
        return sign_stamped(unsigned, signatory, wishes.authority, wishes.password)
    return Stamped(sign(unsigned, signatory, wishes.password))


def load_signer(vault: "Vault", pin: str = "") -> Signer:
    """Return the owner with what they sign with; it is made now if the first start was cut off before it was.

    Raises Problem if the vault does not say who its owner is, or if the key lives in a token and there is no `pin`.
    """
    me = vault.profile.me()
    if me is None:
        raise Problem("This vault does not say who signs; say who you are under Settings first.")
    identity = vault.profile.identity(me.uid)
    if identity is None:
        identity = make_identity(me, now())
        vault.profile.save_identity(identity)
    if identity.token and not pin:
        raise Problem("Your key lives in a token: export from the page of the note, where its PIN is asked for.")
    return Signer(me.name, identity, pin)


def _saved(folder: Path, name: str, pdf: bytes, known: Known, password: str = "") -> Exported:
    """Write a signed PDF; it gets its name only once it was read back and found intact."""
    with drafted(folder, pdf) as draft:
        with saving_to(folder):
            verdict = verify(draft.read_bytes(), name, known.certificates, password=password)
        if verdict.outcome is not Outcome.INTACT:
            raise Problem("The signed file did not pass its own check, so it was not saved; try again.")
        path = give_name(draft, name)
    return Exported(path, replace(verdict, file=path.name), pdf)


def _handed_on(vault: "Vault", note: Note, folder: Path) -> Exported:
    """Write the signed PDF that came with an imported note: only who sealed it can sign it."""
    kept = vault.notes(note.kind).exports(note.uid)
    if not kept:
        raise Problem("This note was imported without its signed PDF; ask whoever sealed it for the file.")
    return _saved(folder, export_name(note), kept[-1].pdf, NOBODY)


def export_name(note: Note) -> str:
    """Return what the PDF of a note is called, such as "2026-11-20 OKR conversation - Amara Okafor.pdf"."""
    record = note.content
    subject = f"{record['held_on']} {name_part(kind_name(note.kind), _LONGEST_NAME)}"
    revision = _("revision {n}").format(n=note.revision) if note.revision > 1 else ""
    return file_name((subject, name_part(record["employee"]["name"], _LONGEST_NAME), revision), ".pdf")


def _keep(vault: "Vault", note: Note, exported: Exported) -> None:
    """Keep the file in the vault; where that fails, nothing has been handed out."""
    try:
        vault.notes(note.kind).save_export(note.uid, exported.path.name, exported.pdf)
    except Problem:
        with saving_to(exported.path.parent):
            exported.path.unlink()
        raise


def _to_nobody(_done: int, _total: int, _sentence: str) -> None:
    """Stand in where nobody wants to hear."""
