"""The note screen: what both people keep, its verdict, its export, its revisions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.conversation import Conversation
from desktop.models.guide import Kind
from desktop.models.hand import Strokes
from desktop.models.note import Note
from desktop.models.problems import Locked, Problem
from desktop.models.verdict import Verdict
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.verdict_words import VerdictPanel, verdict_words
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.pages import Pages
from desktop.wording import beside, day, isolated, kind_name, moment, stage_name

if TYPE_CHECKING:
    from desktop.flows.notes.exporting import Exported
    from desktop.storage.talks.conversations import ConversationStore
    from desktop.storage.talks.notes import NoteStore


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision of the note in words; `shown` marks the one on screen."""

    uid: str
    label: str
    detail: str
    shown: bool


@dataclass(frozen=True, slots=True)
class NoteScreen:
    """A sealed note."""

    uid: str
    kind: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    revisions: tuple[RevisionRow, ...]
    exported: str
    folder: str
    can_correct: bool
    needs_pin: bool
    person_uid: str
    key_changed: str
    reason: str = ""
    reason_error: str = ""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A note as pages to look at, with the verdict on the file (None: not signed yet, only a preview)."""

    uid: str
    pages: Pages
    verdict: VerdictPanel | None


@dataclass(frozen=True, slots=True)
class NoteTools:
    """The functions a note screen needs from the house: draw, export, check, correct, and warn of a changed key."""

    render: Callable[[Note], bytes]
    pages: Callable[[bytes], Pages]
    export: Callable[[Note, Path, "Asked"], "Exported"]
    verify: Callable[[bytes, str], Verdict]
    reopen: Callable[["ConversationStore", Note, str], Conversation]
    key_changed: Callable[[Note], str]
    needs_pin: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for one export: a password for the file (for e-mail), the PIN of the token, a drawn signature."""

    password: str = field(default="", repr=False)
    pin: str = field(default="", repr=False)
    strokes: Strokes = ()


NOTHING = Asked()


class NotePresenter:
    """Shows one sealed note of one kind."""

    def __init__(
        self, kind: Kind, notes: "NoteStore", conversations: "ConversationStore", tools: NoteTools, folder: Path
    ) -> None:
        self._kind = kind
        self._notes = notes
        self._conversations = conversations
        self._tools = tools
        self._folder = folder
        self._reasons: dict[str, str] = {}
        self._note: Note

    def open(self, uid: str) -> NoteScreen:
        """Show a note."""
        self._note = self._notes.note(uid)
        return self._screen()

    @property
    def note(self) -> Note:
        """The note that is shown."""
        return self._note

    def key_changed(self) -> str:
        """Return the warning that the person's key changed, "" if there is none, as things stand now."""
        return self._tools.key_changed(self._note)

    def paper(self, uid: str) -> Paper:
        """Return the pages: the newest signed export with its verdict, or an unsigned preview (slow; a worker's)."""
        for export in reversed(self._notes.exports(uid)):
            try:
                verdict = self._tools.verify(export.pdf, export.file_name)
            except Locked:  # a copy for e-mail: what is shown is one without a password
                continue
            return Paper(uid, self._tools.pages(export.pdf), verdict_words(verdict))
        return Paper(uid, self._tools.pages(self._tools.render(self._notes.note(uid))), None)

    def export(self, uid: str, asked: Asked = NOTHING) -> "Exported":
        """Write the signed PDF (slow; a worker's); raise Problem if it cannot be."""
        return self._tools.export(self._notes.note(uid), self._folder, asked)

    def exported(self, done: "Exported") -> NoteScreen:
        """Show the note after its export; a warning does not take away that it worked."""
        saved = _("Signed, checked and saved: {name}").format(name=isolated(done.path.name))
        words = " ".join(part for part in (saved, done.warning) if part)
        return self._screen(notice=Notice(Tone.WARN if done.warning else Tone.GOOD, words), path=done.path)

    def failed(self, sentence: str) -> NoteScreen:
        """Show the note with why something did not work."""
        return self._screen(notice=Notice(Tone.BAD, sentence))

    def choose_folder(self, folder: Path) -> NoteScreen:
        """Save exports of this session in another folder."""
        self._folder = folder
        return self._screen()

    def type_reason(self, text: str) -> None:
        """Keep the newest words of why this note needs a correction, also while another note is shown."""
        self._reasons[self._note.uid] = text

    def correct(self) -> Destination | NoteScreen:
        """Open a correction for the typed reason: where to go, or this screen with what is missing."""
        try:
            if self._revisions()[0].uid != self._note.uid:
                raise Problem("A newer revision of this note exists; open that one and correct it.")
            draft = self._tools.reopen(self._conversations, self._note, self._reasons.get(self._note.uid, ""))
        except Problem as problem:
            return self._screen(reason_error=say(problem))
        self._reasons.pop(self._note.uid)
        return Destination(Place.REVIEW, draft.uid, str(self._kind))

    def _revisions(self) -> list[Note]:
        """Return all revisions of the note, the newest first."""
        return sorted(self._notes.revisions(self._note.series), key=lambda each: -each.revision)

    def _screen(self, notice: Notice | None = None, path: Path | None = None, reason_error: str = "") -> NoteScreen:
        note, record = self._note, self._note.content
        revisions = self._revisions()
        newest = revisions[0].uid == note.uid
        held_on = day(date.fromisoformat(record["held_on"]))
        return NoteScreen(
            uid=note.uid,
            kind=str(self._kind),
            title=_("{kind} with {name}").format(kind=kind_name(self._kind), name=isolated(record["employee"]["name"])),
            subtitle=beside(stage_name(note.stage), held_on, record["period"]["name"]),
            facts=self._facts(note),
            revisions=tuple(_revision(each, each.uid == note.uid) for each in revisions),
            exported=str(path or self._last_export()),
            folder=str(self._folder),
            needs_pin=self._tools.needs_pin(),
            can_correct=newest and not note.imported,
            person_uid=note.person_uid,
            key_changed=self.key_changed(),
            reason=self._reasons.get(note.uid, ""),
            reason_error=reason_error,
            notice=notice or (None if newest else Notice(Tone.WARN, _("A newer revision of this note exists."))),
        )

    def _facts(self, note: Note) -> tuple[tuple[str, str], ...]:
        origin = [(_("Origin"), _("Imported from a record"))] if note.imported else []
        return (
            (_("Sealed"), moment(note.sealed_at)),
            (_("Revision"), str(note.revision)),
            *origin,
            (_("Digest (SHA-256)"), _grouped(note.digest)),
        )

    def _last_export(self) -> str:
        exports = self._notes.exports(self._note.uid)
        if not exports:
            return ""
        path = self._folder / exports[-1].file_name
        return str(path) if path.exists() else ""


def _revision(note: Note, shown: bool) -> RevisionRow:
    label = _("Revision {n}").format(n=note.revision)
    detail = beside(day(note.sealed_at.astimezone().date()), note.reason)
    return RevisionRow(note.uid, label, detail, shown)


def _grouped(digest: str) -> str:
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
