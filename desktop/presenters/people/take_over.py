"""Taking over notes from another manager: who sent them, what the file would bring, then all of it at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.naming import file_name, name_part
from desktop.flows.people.taking_over import Report, TakeOver, know_sender, read_take_over, take_over
from desktop.flows.people.transferring import save_certificate
from desktop.i18n import _, ngettext
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.presenters.keys.key_card import KeyCard, certificate_card
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.transfer_words import arrived_words, newcomer_words, note_title, sender_words
from desktop.wording import beside, isolated, moment

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SenderPanel:
    """Who signed the file, and whether this vault knows them; `how` says how to compare, "" where that is done."""

    card: KeyCard
    tone: Tone
    state: str
    made: str
    how: str
    compared: str


@dataclass(frozen=True, slots=True)
class BringsRow:
    """One person or note in the file, and what would happen to it."""

    title: str
    detail: str
    tone: Tone
    state: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TakeOverScreen:
    """A place to drop a file, then what is in it. `verb` is what the button says, "" where there is nothing to take."""

    title: str
    intro: str
    choose: str
    certificate_name: str
    busy: str = ""
    sender: SenderPanel | None = None
    summary: str = ""
    people: tuple[BringsRow, ...] = ()
    notes: tuple[BringsRow, ...] = ()
    verb: str = ""
    allowed: bool = False
    taken: bool = False
    notice: Notice | None = None


class TakeOverPresenter:
    """Reads a file, shows it, and takes it over. What is said to be slow belongs on a worker."""

    def __init__(self, vault: "Vault", clock: Callable[[], datetime] = now) -> None:
        self._vault = vault
        self._clock = clock
        self._plan: TakeOver | None = None

    def open(self) -> TakeOverScreen:
        """Show the empty screen."""
        self._plan = None
        return self._screen()

    def begin(self, path: Path) -> TakeOverScreen:
        """Show that a file is being read."""
        self._plan = None
        return self._screen(busy=_("Reading {name} and checking its signatures…").format(name=isolated(path.name)))

    def read(self, path: Path, report: Report | None = None) -> TakeOver:
        """Return what a file would bring (slow); raise Problem if it brings nothing."""
        return read_take_over(self._vault, path, report)

    def show(self, plan: TakeOver) -> TakeOverScreen:
        """Show what a file would bring."""
        self._plan = plan
        return self._screen(notice=_notice(plan))

    def compare(self) -> TakeOverScreen:
        """Know the sender by their key: the two compared its words."""
        if self._plan is None:
            return self._screen()
        try:
            self._plan = know_sender(self._vault, self._plan)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        return self._screen(notice=_notice(self._plan))

    def take(self) -> TakeOver:
        """Take all of it over (slow) and return what was done; raise Problem if that cannot be."""
        if self._plan is None:
            raise Problem("Choose a file first.")
        return take_over(self._vault, self._plan)

    def taken(self, done: TakeOver) -> TakeOverScreen:
        """Show that the file was taken over."""
        self._plan = None
        n = sum(not each.here for each in done.notes)
        told = ngettext("Taken over: {n} note.", "Taken over: {n} notes.", n).format(n=n)
        more = _("They are marked as imported; who sealed and signed them stays as it was.")
        return self._screen(notice=Notice(Tone.GOOD, f"{told} {more}"), taken=True)

    def save_certificate(self, path: Path) -> TakeOverScreen:
        """Save the owner's certificate for somebody who will hand over."""
        try:
            saved = save_certificate(self._vault, path)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        told = _("Saved as {name}. Send it to whoever hands over to you, and compare the words with them by phone.")
        return self._screen(notice=Notice(Tone.GOOD, told.format(name=isolated(saved.name))))

    def failed(self, sentence: str) -> TakeOverScreen:
        """Show why something did not work."""
        return self._screen(notice=Notice(Tone.BAD, sentence))

    def _screen(self, busy: str = "", taken: bool = False, notice: Notice | None = None) -> TakeOverScreen:
        me, plan = self._vault.profile.me(), self._plan
        return TakeOverScreen(
            title=_("Take over from another manager"),
            intro=_("Drop the file that another manager handed over to you. Nothing is taken over before you say so."),
            choose=_("Choose another file…") if plan else _("Choose a file…"),
            certificate_name=file_name(
                (_("Certificate of {name}").format(name=name_part(me.name if me else "", _LONGEST_NAME)),), ".pem"
            ),
            busy=busy,
            sender=self._sender(plan) if plan else None,
            summary=_summary(plan) if plan else "",
            people=_people(plan) if plan else (),
            notes=_notes(plan) if plan else (),
            verb=_verb(plan) if plan else "",
            allowed=bool(plan and plan.sender.known),
            taken=taken,
            notice=notice,
        )

    def _sender(self, plan: TakeOver) -> SenderPanel:
        sender, parcel = plan.sender, plan.unpacked.parcel
        tone, state = sender_words(sender)
        how = _(
            "Call {name}, or meet. One of you reads the twelve words aloud, the other follows. Every word must agree; "
            "do not use e-mail or chat, which somebody could have taken over. They are kept as the key of {person}."
        )
        names = {"name": isolated(sender.name), "person": isolated(sender.person.name)}
        return SenderPanel(
            card=certificate_card(sender.certificate, self._clock(), ""),
            tone=tone,
            state=state,
            made=_("Handed over on {moment}").format(moment=moment(parcel.made_at)),
            how="" if sender.known else how.format(**names),
            compared=_("We compared the words: they agree"),
        )


def _notice(plan: TakeOver) -> Notice | None:
    if plan.refusal:
        return bad(plan.refusal)
    if not plan.anything_new:
        return Notice(Tone.INFO, _("All that is in this file is here already; there is nothing to take over."))
    return None


def _summary(plan: TakeOver) -> str:
    people, notes = len(plan.unpacked.parcel.people), len(plan.unpacked.parcel.notes)
    return beside(
        ngettext("{n} person", "{n} people", people).format(n=people),
        ngettext("{n} note", "{n} notes", notes).format(n=notes),
    )


def _verb(plan: TakeOver) -> str:
    """Return what the button says; "" where nothing can be taken over."""
    if plan.refusal or not plan.anything_new:
        return ""
    return _("Take over")


def _people(plan: TakeOver) -> tuple[BringsRow, ...]:
    rows = []
    for each in plan.people:
        tone, state = newcomer_words(each)
        known_as = "" if each.new or each.person.name == each.told.person.name else each.person.name
        detail = beside(each.told.person.role, each.told.team, each.told.person.email)
        if known_as:
            detail = beside(detail, _("known here as {name}").format(name=known_as))
        rows.append(BringsRow(isolated(each.told.person.name), detail, tone, state))
    return tuple(rows)


def _notes(plan: TakeOver) -> tuple[BringsRow, ...]:
    rows = []
    for each in plan.notes:
        tone, state = arrived_words(each)
        name = isolated(each.carried.note.content["employee"]["name"])
        rows.append(BringsRow(name, note_title(each.carried), tone, state, str(each.carried.note.kind)))
    return tuple(rows)
