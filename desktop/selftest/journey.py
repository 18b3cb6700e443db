"""One journey, told once: from an empty machine to two signed notes, and an answer that came home.

The story speaks only in the user's verbs (`Driver`). The self-test walks it through the real windows, the tests walk
it through the presenters as well, so that a screen and its presenter cannot drift apart.
"""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from desktop.models.guide import Kind, Stage
from desktop.storage.keys.unlocking import SAMPLE_PASSPHRASE

MANAGER = ("Mira Solberg", "Head of Support", "mira.solberg@example.org")
EMPLOYEE = ("Tomas Oyelaran", "Support engineer", "tomas.oyelaran@example.org", "Support")
OBJECTIVE = "Customers get help while it still matters"
KEY_RESULT = "First reply within the same half-day"
NEUTRAL_NAME = "Median first reply"
LEVELS = ("9", "7", "5", "4")
SAID = "The triage rota took the morning peak away. Weekends are still slow."
NOTED = "Reply time fell as soon as two people shared the morning.\nWe look at weekends next."
PRIVATE = "Ask about the rota swap when we are alone."
IMPACT_SAID = "I moved the urgent queue to the front and wrote the hand-over list with Lena."
ANSWERED = "I see the second half otherwise: the hand-over list was Lena's idea.\nلا أوافق على كل شيء."
PASSPHRASE = "a self-test needs no secret"  # noqa: S105 (nobody's: it is printed here)
EXPECTATION = "Hands work over so that nobody has to ask twice"


def passphrase() -> str:
    """Return what the journey's vault is locked with: DUOLOGUE_PASSPHRASE, else the published one of samples."""
    return os.environ.get("DUOLOGUE_PASSPHRASE") or SAMPLE_PASSPHRASE


@dataclass(frozen=True, slots=True)
class Period:
    """The days the story happens in: a cycle that begins tomorrow's levels in time, and a review period."""

    today: date

    @property
    def cycle_start(self) -> date:
        """The cycle starts tomorrow: levels are written before it."""
        return self.today + timedelta(days=1)

    @property
    def cycle_end(self) -> date:
        """About a quarter later."""
        return self.today + timedelta(days=91)


class Driver(Protocol):
    """What a user can do, by whichever means."""

    def introduce(self, name: str, role: str, email: str) -> None:
        """Say who I am; a vault and an identity are made."""

    def add_person(self, name: str, role: str, email: str, team: str) -> None:
        """Add somebody to talk with."""

    def add_cycle(self, name: str, start: date, end: date) -> None:
        """Add a cycle."""

    def add_objective(self, title: str, team: str, why_now: str) -> None:
        """Add a team's objective."""

    def add_key_result(self, title: str, neutral_name: str, unit: str, levels: tuple[str, str, str, str]) -> None:
        """Add a metric key result to the objective added last."""

    def share(self, title: str) -> None:
        """Let the facts of a key result cross to the performance side."""

    def start(self, name: str, kind: Kind, stage: Stage) -> None:
        """Start a talk with somebody."""

    def prompt(self) -> str:
        """Return the prompt on screen; "" once every prompt has been passed."""

    def topic(self) -> str:
        """Return what the step asks for: the answer type of its prompt."""

    def say(self, employee: str, manager: str) -> None:
        """Type both voices of this step."""

    def note_privately(self, text: str) -> None:
        """Type the private note."""

    def check_in(self, value: str, source: str, confidence: str) -> None:
        """Fill the check-in of this step."""

    def promise(self, text: str, due: str) -> None:
        """Add a commitment."""

    def expect(self, text: str, situation: str, behaviour: str, impact: str) -> None:
        """Add a role expectation with an observed example of today."""

    def go_on(self) -> None:
        """Go to the next step, or to the review page after the last one."""

    def seal(self) -> None:
        """Seal what the review page shows."""

    def export(self) -> Path:
        """Export the note on screen and return the file."""

    def verify(self, path: Path) -> str:
        """Verify a file and return the tone of the verdict: "good" if it is signed and unaltered."""

    def correct(self, reason: str) -> None:
        """Open a correction of the note on screen; its review page is shown."""

    def answer(self, path: Path, comment: str, passphrase: str) -> Path:
        """Answer a note as its employee does, who has no vault: disagree, sign with a key of one's own, save."""

    def take_in(self, path: Path) -> str:
        """Take the answered file in with the note exported last and return what it is called."""

    def compare_key(self) -> None:
        """Say that the words of the employee's key were compared."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What the journey left: the two signed files and what verifying them said."""

    okr_note: Path
    performance_note: Path
    answered_note: Path
    verdicts: tuple[str, ...]
    arrival: str


def walk(driver: Driver, today: date) -> Walked:
    """Make the whole journey and return what it left."""
    driver.introduce(*MANAGER)
    driver.add_person(*EMPLOYEE)
    _set_up_okrs(driver, Period(today))
    okr_note = _okr_conversation(driver, today)
    performance_note = _performance_conversation(driver, today)
    answered_note = driver.answer(performance_note, ANSWERED, PASSPHRASE)
    arrival = driver.take_in(answered_note)
    driver.compare_key()
    verdicts = tuple(driver.verify(note) for note in (okr_note, performance_note, answered_note))
    return Walked(okr_note, performance_note, answered_note, verdicts, arrival)


def _set_up_okrs(driver: Driver, period: Period) -> None:
    driver.add_cycle("Next quarter", period.cycle_start, period.cycle_end)
    driver.add_objective(OBJECTIVE, EMPLOYEE[3], "Two large customers left after waiting a day for an answer.")
    driver.add_key_result(KEY_RESULT, NEUTRAL_NAME, "hours", LEVELS)
    driver.share(KEY_RESULT)


def _okr_conversation(driver: Driver, today: date) -> Path:
    driver.start(EMPLOYEE[0], Kind.OKR, Stage.CHECK_IN)
    driver.note_privately(PRIVATE)
    checked_in = False
    while driver.prompt():
        if driver.topic() == "check-in":
            driver.check_in("5.1", "help desk report", "7")
            driver.say(SAID, NOTED)
            checked_in = True
        elif driver.topic() == "commitments" and checked_in:
            driver.promise("Try a weekend rota for four weeks", (today + timedelta(days=14)).isoformat())
        driver.go_on()
    driver.seal()
    driver.export()
    driver.correct("The hand-over list was written with Lena, not by one person.")
    driver.seal()
    return driver.export()


def _performance_conversation(driver: Driver, today: date) -> Path:
    driver.start(EMPLOYEE[0], Kind.PERFORMANCE, Stage.REVIEW)
    while driver.prompt():
        if driver.topic() == "facts":
            driver.say(IMPACT_SAID, "The new order of the queue is used by everyone now.")
        elif driver.topic() == "expectations":
            driver.expect(
                EXPECTATION,
                situation="Handing the night queue over on Tuesday",
                behaviour="wrote down open cases, owner and next step",
                impact="the early shift started without a single question",
            )
        elif driver.topic() == "commitments":
            driver.promise("Lead the next hand-over training", (today + timedelta(days=30)).isoformat())
        driver.go_on()
    driver.seal()
    return driver.export()
