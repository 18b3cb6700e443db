"""Handing over to another manager: to whom, whom and what, then a file that only they can open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.flows.people.transferring import Chosen, Transferred, read_receiver, transfer, transfer_name
from desktop.i18n import _, ngettext
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.presenters.keys.key_card import KeyCard, certificate_card
from desktop.presenters.notes.timeline import TalkRow, people_by_uid, sealed
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.transfer_words import line_words
from desktop.presenters.ticked import Ticked
from desktop.wording import beside, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class TransferScreen:
    """To whom, whom, and what. `how` says how the receiver's key is compared, "" where that is done."""

    title: str
    subtitle: str
    known: tuple[tuple[str, str], ...]
    chosen: str
    card: KeyCard | None
    how: str
    compared: bool
    kinds: tuple[tuple[str, str], ...]
    kind: str
    people: tuple[Ticked, ...]
    notes: tuple[Ticked, ...]
    summary: str
    stays: str
    needs_pin: bool
    file_name: str
    lines: tuple[str, ...]
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


class TransferPresenter:
    """Chooses receiver, people and notes, and writes the file. What is said to be slow belongs on a worker."""

    def __init__(self, vault: "Vault", clock: Callable[[], datetime] = now) -> None:
        self._vault = vault
        self._clock = clock
        self._receiver, self._known, self._compared, self._kind = b"", "", False, ""
        self._people: frozenset[str] = frozenset()
        self._left_out: frozenset[str] = frozenset()

    def open(self, person_uid: str = "") -> TransferScreen:
        """Begin anew, with one person ticked where they were come from."""
        self._reset(person_uid)
        return self._screen()

    def choose_known(self, person_uid: str) -> TransferScreen:
        """Hand over to somebody whose key is known here; "" for nobody."""
        pin = self._vault.profile.current_pin(person_uid) if person_uid else None
        self._known = person_uid if pin else ""
        self._receiver = pin.certificate if pin else b""
        self._compared = bool(pin and pin.compared)
        return self._screen()

    def choose_file(self, path: str) -> TransferScreen:
        """Hand over to the holder of the certificate in a file."""
        try:
            self._receiver = read_receiver(Path(path))
        except Problem as problem:
            return self._screen(bad(problem))
        pins = [self._vault.profile.current_pin(person.uid) for person in self._vault.people.people()]
        same = [pin for pin in pins if pin and pin.certificate == self._receiver]
        self._known = same[0].person_uid if same else ""
        self._compared = bool(same and same[0].compared)
        return self._screen()

    def confirm(self, compared: bool) -> TransferScreen:
        """Say whether the words of the receiver's key were compared with them."""
        self._compared = compared
        return self._screen()

    def choose_kind(self, kind: str) -> TransferScreen:
        """Hand over notes of one kind alone, or of both with ""."""
        self._kind = kind
        return self._screen()

    def tick_person(self, uid: str, ticked: bool) -> TransferScreen:
        """Let a person and their notes go along, or not."""
        self._people = self._people | {uid} if ticked else self._people - {uid}
        return self._screen()

    def tick_note(self, uid: str, ticked: bool) -> TransferScreen:
        """Let one note go along, or not."""
        self._left_out = self._left_out - {uid} if ticked else self._left_out | {uid}
        return self._screen()

    def check(self, pin: str) -> TransferScreen:
        """Say what is missing before the file can be written; `errors` is empty where nothing is."""
        errors = {}
        if not self._receiver:
            errors["receiver"] = _("Choose who takes over first.")
        elif not self._compared:
            errors["receiver"] = _("Compare the words with them first; else somebody else may read these notes.")
        if not self._people:
            errors["people"] = _("Choose somebody to hand over first.")
        if self._needs_pin() and not pin:
            errors["pin"] = _("Please type the PIN of the token.")
        return self._screen(errors=errors)

    def write(self, path: Path, pin: str) -> Transferred:
        """Write the file (slow) and return where it lies; raise Problem if it cannot be."""
        notes = [(Kind(row.kind), row.destination.uid) for row in self._going()]
        return transfer(self._vault, Chosen(sorted(self._people), notes), self._receiver, path, pin)

    def written(self, done: Transferred) -> TransferScreen:
        """Show that the file was written."""
        name = isolated(certificate_facts(self._receiver).subject)
        self._reset("")
        told = _(
            "Saved as {file}. Only {name} can open it, so it may go by mail or a shared folder. Your own notes stay "
            "here."
        )
        return self._screen(Notice(Tone.GOOD, told.format(file=isolated(done.path.name), name=name)))

    def failed(self, sentence: str) -> TransferScreen:
        """Show why the file was not written; what was chosen stays."""
        return self._screen(Notice(Tone.BAD, sentence))

    def _reset(self, person_uid: str) -> None:
        self._receiver, self._known, self._compared, self._kind = b"", "", False, ""
        self._people = frozenset({person_uid} if person_uid else ())
        self._left_out = frozenset()

    def _needs_pin(self) -> bool:
        identity = self._vault.profile.identity(self._vault.profile.me_uid())
        return bool(identity and identity.token)

    def _offered(self) -> tuple[TalkRow, ...]:
        rows = sealed(self._vault)
        return tuple(row for row in rows if row.person_uid in self._people and self._kind in ("", row.kind))

    def _going(self) -> tuple[TalkRow, ...]:
        return tuple(row for row in self._offered() if row.destination.uid not in self._left_out)

    def _screen(self, notice: Notice | None = None, errors: Mapping[str, str] | None = None) -> TransferScreen:
        how = _(
            "Call {name}, or meet. One of you reads the twelve words aloud, the other follows them on their own screen "
            "under “My key”. Whoever holds this key can read all you hand over."
        )
        receiver = self._receiver
        name = isolated(certificate_facts(receiver).subject) if receiver else ""
        return TransferScreen(
            title=_("Hand over to another manager"),
            subtitle=_("People and sealed notes in one file that only the receiver can open; no server is needed"),
            known=self._known_keys(),
            chosen=self._known,
            card=certificate_card(receiver, self._clock(), "") if receiver else None,
            how=how.format(name=name) if receiver else "",
            compared=self._compared,
            kinds=(
                ("", _("Both kinds")),
                (str(Kind.PERFORMANCE), _("Performance notes alone, such as for HR's archive")),
                (str(Kind.OKR), _("OKR notes alone")),
            ),
            kind=self._kind,
            people=self._ticked_people(),
            notes=tuple(self._ticked_note(row) for row in self._offered()),
            summary=self._summary(),
            stays=_(
                "What goes along: names, roles, e-mail addresses and teams, every revision of these notes, their "
                "signed PDFs, answers, refusals and statements. What stays here: private notes, drafts, keys, "
                "evidence, and scores outside the OKR notes."
            ),
            needs_pin=self._needs_pin(),
            file_name=transfer_name(receiver) if receiver else "",
            lines=self._lines(),
            errors=errors or {},
            notice=notice,
        )

    def _known_keys(self) -> tuple[tuple[str, str], ...]:
        pinned = [each for each in self._vault.people.people() if self._vault.profile.current_pin(each.uid)]
        return (("", _("Nobody chosen")), *((each.uid, isolated(each.name)) for each in pinned))

    def _ticked_people(self) -> tuple[Ticked, ...]:
        me = self._vault.profile.me_uid()
        counts: dict[str, int] = {}
        for row in sealed(self._vault):
            counts[row.person_uid] = counts.get(row.person_uid, 0) + 1
        people = (each for each in people_by_uid(self._vault).values() if each.uid != me)
        return tuple(
            Ticked(each.uid, beside(each.name, each.role, _notes(counts.get(each.uid, 0))), each.uid in self._people)
            for each in people
        )

    def _ticked_note(self, row: TalkRow) -> Ticked:
        uid = row.destination.uid
        return Ticked(uid, beside(row.person, row.title, row.when), uid not in self._left_out, row.kind)

    def _summary(self) -> str:
        people, notes = len(self._people), len(self._going())
        return beside(ngettext("{n} person", "{n} people", people).format(n=people), _notes(notes))

    def _lines(self) -> tuple[str, ...]:
        people = people_by_uid(self._vault)
        lines = self._vault.transfers.lines()
        return tuple(
            beside(people[each.person_uid].name, line_words(each)) for each in lines if each.person_uid in people
        )


def _notes(n: int) -> str:
    return ngettext("{n} note", "{n} notes", n).format(n=n) if n else _("no notes")
