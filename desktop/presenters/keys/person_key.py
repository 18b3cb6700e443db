"""The key of a person: the words to compare, whether they were compared, and the keys before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.flows.keys.trusting import trust, waiting_key
from desktop.i18n import _
from desktop.models.identity import Pin
from desktop.models.ids import now
from desktop.models.people import Person, first_name
from desktop.models.problems import Problem
from desktop.models.response import KeySeen
from desktop.presenters.keys.key_alarm import key_changed
from desktop.presenters.keys.key_card import KeyCard, certificate_card
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import day, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class PastKey:
    """One key of a person's history, in words."""

    name: str
    detail: str
    compared: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PersonKeyScreen:
    """What a person signs with; `changed` is the warning of a key that nobody compared yet, "" for none."""

    uid: str
    title: str
    back: str
    card: KeyCard | None
    nothing: str
    changed: str
    compared: bool
    state: str
    how: str
    history: tuple[PastKey, ...]
    notice: Notice | None = None


class PersonKeyPresenter:
    """Shows the keys of one person and lets two people confirm that they compared one."""

    def __init__(self, vault: "Vault", clock: Callable[[], datetime] = now) -> None:
        self._vault = vault
        self._clock = clock
        self._person: Person
        self._pin: Pin | None = None
        self._waiting: KeySeen | None = None

    def open(self, uid: str) -> PersonKeyScreen:
        """Show the keys of a person."""
        self._person = self._vault.people.person(uid)
        return self._screen()

    def compare(self) -> PersonKeyScreen:
        """Remember that the words on the screen were compared; if another key came meanwhile, show that one."""
        try:
            if self._waiting:
                trust(self._vault, self._person.uid, self._waiting.certificate)
            elif self._pin:
                self._vault.profile.mark_compared(self._person.uid, self._pin.certificate)
            else:
                return self._screen()
        except Problem as problem:
            return self._screen(bad(problem))
        done = _("Noted: this key is {name}'s. A change of it will be shown.").format(name=isolated(self._person.name))
        return self._screen(Notice(Tone.GOOD, done))

    def _screen(self, notice: Notice | None = None) -> PersonKeyScreen:
        person, pins = self._person, self._vault.profile.pins(self._person.uid)
        self._waiting = waiting_key(self._vault, person.uid)
        self._pin = self._vault.profile.current_pin(person.uid)
        shown, name = self._waiting or self._pin, isolated(person.name)
        how = _(
            "Call {name}, or meet. One of you reads the twelve words aloud, the other follows them on their own screen "
            "under “My key”. Every word must agree; do not use e-mail or chat, which somebody could have taken over."
        )
        nothing = _("{name} has not signed anything here yet. Their key is kept with the first note that they sign.")
        return PersonKeyScreen(
            uid=person.uid,
            title=_("Key of {name}").format(name=name),
            back=isolated(first_name(person.name)),
            card=certificate_card(shown.certificate, self._clock(), person.name) if shown else None,
            nothing=nothing.format(name=name),
            changed=key_changed(self._vault, person),
            compared=self._waiting is None and bool(self._pin and self._pin.compared),
            state=_state(self._waiting, self._pin),
            how=how.format(name=name),
            history=tuple(_past(pin) for pin in pins if pin != shown),
            notice=notice,
        )


def _state(waiting: KeySeen | None, pin: Pin | None) -> str:
    if waiting is not None:
        return _("Not compared yet, signed on {day}").format(day=day(waiting.arrived_at.astimezone().date()))
    if pin is None:
        return ""
    since = day(pin.pinned_at.astimezone().date())
    if pin.compared:
        return _("Compared, known since {day}").format(day=since)
    return _("Not compared yet, known since {day}").format(day=since)


def _past(pin: Pin) -> PastKey:
    since, until = (day(each.astimezone().date()) if each else "" for each in (pin.pinned_at, pin.replaced_at))
    known = _("{since} to {until}").format(since=since, until=until or _("now"))
    subject = isolated(certificate_facts(pin.certificate).subject)
    return PastKey(subject, known, pin.compared, pin.fingerprint)
