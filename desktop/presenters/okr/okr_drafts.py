"""The forms of the OKRs screen while they are being typed.

A draft holds what stands in its fields until it is saved or taken back, so that neither an error nor a look at
another form loses anything.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.flows.okr.publishing import preview, refresh, share
from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.okr.cycle_form import read_cycle, suggested_cycle
from desktop.presenters.okr.key_result_forms import check_in_form, read_check_in
from desktop.presenters.okr.key_result_screens import check_in_screen
from desktop.presenters.okr.okr_card import KeyResultCard, context_row, level_pairs
from desktop.presenters.okr.okrs_screen import CycleFormScreen, FormScreen
from desktop.presenters.okr.sharing_words import bridge_news, sharing_screen
from desktop.presenters.okr.sponsor_form import Gate

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.core.policy import PolicyStore
    from desktop.storage.okr.okrs import OkrStore


@dataclass(frozen=True, slots=True)
class Desk:
    """What every draft works with."""

    okrs: "OkrStore"
    people: "PeopleStore"
    policy: "PolicyStore"
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft that became something: the sentence that says so, and the cycle to show ("" for the same)."""

    notice: Notice
    cycle_uid: str = ""


class Draft(Protocol):
    """A form in progress; `place` is the objective or key result it stands at, "" for the top of the screen."""

    place: str

    def type(self, field: str, text: str) -> None:
        """Take the newest words of a field."""

    def screen(self) -> FormScreen:
        """Return the form as it is typed, with what is wrong with it."""

    def save_label(self) -> str:
        """Return the verb of its button, "" where there is nothing to save."""

    def save(self) -> Saved | None:
        """Store what is typed, or return None: the screen then says what is wrong."""


class CycleDraft:
    """A new cycle."""

    place = ""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._form = suggested_cycle(desk.okrs.cycles(), desk.today())
        self._errors: dict[str, str] = {}
        self._gate = Gate(desk.policy, desk.today)

    def type(self, field: str, text: str) -> None:
        """Take the newest words of a field; other days are another question."""
        self._form = replace(self._form, **{field: text})
        self._errors.pop(field, None)
        if field in ("starts_on", "ends_on"):
            self._gate.forget()

    def screen(self) -> CycleFormScreen:
        """Return the form as it is typed."""
        return CycleFormScreen(self._form, dict(self._errors), self._gate.stopped)

    def save_label(self) -> str:
        """Return the verb of its button."""
        return _("Add the cycle")

    def save(self) -> Saved | None:
        """Store the cycle. What is stopped takes the sponsor's word."""
        made = read_cycle(self._form, self._desk.okrs.cycles())
        if isinstance(made, dict):
            self._errors = made
            return None
        store = partial(self._desk.okrs.save_cycle, made)
        self._errors = self._gate.let_through(store, self._form.sponsor, self._form.sponsor_reason)
        if self._errors:
            return None
        return Saved(Notice(Tone.GOOD, _("Cycle added: {name}").format(name=made.name)), made.uid)


class CheckInDraft:
    """A new check-in of a key result."""

    def __init__(self, desk: Desk, key_result_uid: str) -> None:
        self.place = key_result_uid
        self._desk = desk
        self._form = check_in_form(desk.today())
        self._errors: dict[str, str] = {}

    def type(self, field: str, text: str) -> None:
        """Take the newest words of a field, called as the voice that would keep it in a conversation."""
        self._form = replace(self._form, **{field.replace("-", "_"): text})
        self._errors.pop(field, None)

    def screen(self) -> FormScreen:
        """Return the form as it is typed."""
        result = self._desk.okrs.key_result(self.place)
        objective = self._desk.okrs.objective(result.objective_uid)
        latest = self._desk.okrs.reflection(result.uid) or self._desk.okrs.latest_check_in(result.uid)
        row = context_row(result, latest, None)
        card = KeyResultCard(objective.title, result.title, level_pairs(result), row)
        return check_in_screen(result, card, self._form, dict(self._errors))

    def save_label(self) -> str:
        """Return the verb of its button."""
        return _("Save the check-in")

    def save(self) -> Saved | None:
        """Record the check-in; a shared key result stays current."""
        result = self._desk.okrs.key_result(self.place)
        made = read_check_in(self._form, result, self._desk.today())
        if isinstance(made, dict):
            self._errors = made
            return None
        self._desk.okrs.record_check_in(made)
        news = bridge_news(result.title, refresh(self._desk.okrs, result.uid))
        return Saved(news or Notice(Tone.GOOD, _("Check-in saved: {title}").format(title=result.title)))


class SharingDraft:
    """What would cross to the performance side; saving shares it."""

    def __init__(self, desk: Desk, key_result_uid: str) -> None:
        self.place = key_result_uid
        self._desk = desk

    def type(self, field: str, text: str) -> None:
        """Nothing is typed here: what crosses is worded in the key result itself."""

    def screen(self) -> FormScreen:
        """Return exactly what would cross and what is held back."""
        return sharing_screen(preview(self._desk.okrs, self.place))

    def save_label(self) -> str:
        """Return the verb of its button, "" if it is shared already or cannot be."""
        plan = preview(self._desk.okrs, self.place)
        return _("Share this") if plan.allowed and not plan.shared else ""

    def save(self) -> Saved | None:
        """Share the key result."""
        title = self._desk.okrs.key_result(self.place).neutral_name
        try:
            share(self._desk.okrs, self.place)
        except Problem as problem:
            return Saved(Notice(Tone.BAD, say(problem)))
        return Saved(
            Notice(
                Tone.GOOD,
                _("“{title}” is shared with performance conversations and stays current.").format(title=title),
            )
        )
