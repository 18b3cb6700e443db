"""Write down a moment: an observation on the day it was made, kept from the first letter on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.ids import new_uid, now
from desktop.models.performance import Capture, Evidence, Leaning, Sense, Topic
from desktop.models.problems import Problem
from desktop.models.typed import day_of, require_text, text_of
from desktop.presenters.notice import read
from desktop.presenters.talk.conversation_screen import NO_ERRORS
from desktop.wording import day, isolated

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.vault import Vault

Options = tuple[tuple[str, str], ...]
_LONG_AGO = timedelta(days=731)
"""Older than that is asked for once more: 2016 is easily typed for 2026, and such a moment falls into no period."""
_PATIENCE = 1.0
"""Seconds that the disk may take before the form goes on without it."""


@dataclass(frozen=True, slots=True)
class CaptureScreen:
    """The form as it stands; every list of options begins with none chosen.

    `typed` are the fields by the names of `Capture`; `kept` is a sentence once the moment is kept, and the form may go;
    `problem` says why it could not be.
    """

    title: str
    hint: str
    typed: Capture
    people: Options
    expectations: Options
    facts: Options
    topics: Options
    errors: Mapping[str, str]
    can_delete: bool
    kept: str = ""
    problem: str = ""


class CapturePresenter:
    """Takes one observation; what is typed is in the vault before it is kept."""

    def __init__(self, vault: "Vault", today: Callable[[], date] = date.today) -> None:
        self._vault = vault
        self._today = today
        self._typed = Capture()
        self._meant: date | None = None

    def open(self, person_uid: str = "", uid: str = "") -> CaptureScreen:
        """Show what was begun; or else an empty form about a person, or the observation of a uid to correct it."""
        self._vault.writer.flush(_PATIENCE)
        self._meant = None
        begun = self._vault.evidence.capture(uid)
        if begun is not None and begun.begun:
            self._typed = begun
        elif uid:
            self._typed = _as_typed(self._vault.evidence.observation(uid))
        else:
            self._typed = Capture(person_uid=person_uid, observed_on=self._today().isoformat())
        return self._screen()

    def type(self, name: str, text: str) -> None:
        """Take the newest words of a field, and bring them to the disk without anybody waiting for it."""
        self._take(replace(self._typed, **{name: text}))

    def choose(self, name: str, key: str) -> CaptureScreen:
        """Take what was chosen in a field; another person has other expectations."""
        about_role = {"expectation_uid": "", "fact_uid": ""} if name == "person_uid" else {}
        self._take(replace(self._typed, **{name: key} | about_role))
        return self._screen()

    def keep(self) -> CaptureScreen:
        """Keep the moment, or show what is missing."""
        errors: dict[str, str] = {}
        typed = self._typed
        if not typed.person_uid:
            errors["person_uid"] = _("Whom did you see or hear?")
        when = read(errors, "observed_on", self._past, typed.observed_on)
        behaviour = read(errors, "behaviour", _done, typed.behaviour)
        situation = read(errors, "situation", text_of, typed.situation)
        impact = read(errors, "impact", text_of, typed.impact)
        if errors or when is None or behaviour is None or situation is None or impact is None:
            return self._screen(errors)
        try:
            self._vault.evidence.save_evidence(self._evidence(when, situation, behaviour, impact))
        except Problem as problem:
            return replace(self._screen(), problem=say(problem))
        self._let_go()
        name = isolated(self._vault.people.person(typed.person_uid).name)
        return self._screen(kept=_("Kept: {name}, {day}.").format(name=name, day=day(when)))

    def clear(self) -> CaptureScreen:
        """Throw away what is typed, and begin anew."""
        person_uid, uid = self._typed.person_uid, self._typed.uid
        self._let_go()
        return self.open(person_uid, uid)

    def delete(self) -> CaptureScreen:
        """Delete the observation that is being corrected."""
        try:
            self._vault.evidence.delete_evidence(self._typed.uid)
        except Problem as problem:
            return replace(self._screen(), problem=say(problem))
        self._let_go()
        return self._screen(kept=_("Deleted. Sealed notes keep what they cite."))

    def _take(self, typed: Capture) -> None:
        self._typed = typed
        store = self._vault.evidence
        self._vault.writer.put(("capture", typed.uid), lambda: store.save_capture(typed))

    def _let_go(self) -> None:
        store, uid = self._vault.evidence, self._typed.uid
        self._vault.writer.put(("capture", uid), lambda: store.drop_capture(uid))  # after what may still wait there
        self._vault.writer.flush(_PATIENCE)

    def _past(self, text: str) -> date:
        when = day_of(text)
        if when > self._today():
            raise Problem("{day} is still to come; write down what you have seen.", day=when.isoformat())
        if self._today() - when > _LONG_AGO and when != self._meant:
            self._meant = when
            raise Problem(
                "{day} lies more than two years back. If you mean that day, keep it once more.", day=day(when)
            )
        return when

    def _evidence(self, when: date, situation: str, behaviour: str, impact: str) -> Evidence:
        typed = self._typed
        before = self._vault.evidence.observation(typed.uid) if typed.uid else None
        return Evidence(
            uid=typed.uid or new_uid(),
            person_uid=typed.person_uid,
            expectation_uid=typed.expectation_uid,
            observed_on=when,
            situation=situation,
            behaviour=behaviour,
            impact=impact,
            leaning=Leaning(typed.leaning),
            sense=Sense(typed.sense),
            fact_uid=typed.fact_uid,
            topic=Topic(typed.topic),
            recorded_at=before.recorded_at if before else now(),
        )

    def _screen(self, errors: Mapping[str, str] = NO_ERRORS, kept: str = "") -> CaptureScreen:
        person, others = self._person(), self._others()
        nobody = _("Choose a person") if others else _("Add a person first, under People")
        return CaptureScreen(
            title=_("Correct this moment") if self._typed.uid else _("Write down a moment"),
            hint=_("Kept as you type. What somebody did, not what they are like."),
            typed=self._typed,
            people=(("", nobody), *((each.uid, each.name) for each in others)),
            expectations=(("", _("No expectation")), *self._expectations(person)),
            facts=(("", _("No key result")), *self._facts(person)),
            topics=(("", _("No question")), *_topics()),
            errors=errors,
            can_delete=bool(self._typed.uid),
            kept=kept,
        )

    def _person(self) -> "Person | None":
        return next((each for each in self._others() if each.uid == self._typed.person_uid), None)

    def _others(self) -> "list[Person]":
        me = self._vault.profile.me_uid()
        return [each for each in self._vault.people.people() if each.uid != me]

    def _expectations(self, person: "Person | None") -> Options:
        found = self._vault.evidence.expectations(person.uid) if person else ()
        return tuple((each.uid, each.text) for each in found)

    def _facts(self, person: "Person | None") -> Options:
        """Return the key results that are published for the day of the moment, by their neutral names."""
        if person is None:
            return ()
        try:
            when = day_of(self._typed.observed_on)
        except Problem:
            when = self._today()
        objectives = self._vault.facts.objectives(person.team_uid, when, when)
        facts = self._vault.facts.facts([each.uid for each in objectives])
        return tuple((each.uid, each.name) for each in facts)


def _as_typed(seen: Evidence) -> Capture:
    return Capture(
        uid=seen.uid,
        person_uid=seen.person_uid,
        observed_on=seen.observed_on.isoformat(),
        situation=seen.situation,
        behaviour=seen.behaviour,
        impact=seen.impact,
        leaning=str(seen.leaning),
        sense=str(seen.sense),
        expectation_uid=seen.expectation_uid,
        fact_uid=seen.fact_uid,
        topic=str(seen.topic),
    )


def _done(text: str) -> str:
    return require_text(text, _("What did you see or hear? What the person did, not what they are like."))


def _topics() -> Options:
    return (
        (str(Topic.IMPACT), _("Impact")),
        (str(Topic.FOCUS), _("Focus")),
        (str(Topic.COMMUNICATION), _("Communication")),
        (str(Topic.LEARNING), _("Learning")),
    )
