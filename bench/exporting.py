"""How long the export of a typical note of two pages takes, which step takes it, and what the tags cost."""

import tempfile
from pathlib import Path

from bench.figures import Figure, figure, repeated
from desktop.documents.judging.preview import page_count
from desktop.documents.judging.verify import verify
from desktop.documents.papers.render import pages_of, render, story_of
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, sign
from desktop.flows.notes.exporting import export
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.response import Choice, Reply
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault


def measure(folder: Path, times: int) -> list[Figure]:
    """Return the whole export and its three steps."""
    vault = Vault.open(folder, unlock_quietly(folder))
    try:
        return _measured(vault, typical(vault), times)
    finally:
        vault.close()


def typical(vault: Vault) -> Note:
    """Return a note of two pages, or the one that comes nearest."""
    notes = [note for kind in Kind for note in vault.notes(kind).notes()]
    return min(notes, key=lambda note: abs(page_count(render(note)) - 2))


def _measured(vault: Vault, note: Note, times: int) -> list[Figure]:
    identity = vault.profile.identity(vault.profile.me_uid())
    if identity is None:
        raise RuntimeError("the sample vault has nobody to sign")
    pages = render(note)
    signed = sign(pages, Signatory(identity, "Bench", now()))
    yard, beside = repeated(times, yardstick), "a fixed loop of Python"
    with tempfile.TemporaryDirectory(prefix="bench-export-") as out:
        whole = repeated(times, lambda: export(vault, note, Path(out)))
    steps = {
        "render": repeated(times, lambda: render(note)),
        "sign": repeated(times, lambda: sign(pages, Signatory(identity, "Bench", now()))),
        "verify": repeated(times, lambda: verify(signed, "note.pdf", (identity.certificate,))),
    }
    name = f"export of a note of {page_count(pages)} pages"
    filled, by = fill(signed, Reply(Choice.AGREE, "Agreed.")), Signatory(identity, "Bench", now())
    answered = countersign(filled, by)
    again = repeated(times, lambda: countersign(filled, by))
    back = repeated(times, lambda: verify(answered, "note.pdf", (identity.certificate,)))
    plain = repeated(times, lambda: pages_of(story_of(note), note, []))
    return [
        figure(name, whole, yard, beside),
        *(figure(f"  of which: {step}", seconds, yard, beside) for step, seconds in steps.items()),
        figure("countersignature with a loaded key", again, yard, beside, "< 40 ms"),
        figure("verify of an answered and countersigned note", back, yard, beside, "< 150 ms"),
        figure(
            "render, tagged and finished", steps["render"], plain, "the same pages without tags and form", "ratio < 1.6"
        ),
    ]


def yardstick() -> int:
    """A piece of work that only depends on the machine: about ten milliseconds."""
    total = 0
    for number in range(200_000):
        total += number & 7
    return total
