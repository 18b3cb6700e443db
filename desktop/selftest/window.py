"""The journey walked through the real windows, as a person would: by what is on screen."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop.app.employee import sent_here
from desktop.app.program import Program
from desktop.models.conversation import Voice
from desktop.models.guide import Kind, Stage
from desktop.models.response import Choice
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.respond import RespondPresenter
from desktop.presenters.notes.respond_screen import Step
from desktop.selftest.hands import (
    Missed,
    choose,
    draw,
    find,
    find_as,
    picture,
    press,
    press_about,
    row_of,
    type_into,
    until,
)
from desktop.selftest.journey import Period, passphrase
from desktop.views.notes.answers_section import AnswersSection
from desktop.views.notes.note_view import NoteView
from desktop.views.notes.paper_view import PaperView
from desktop.views.notes.respond_view import RespondView
from desktop.views.notes.verdict_panel import VerdictPanelView
from desktop.views.notes.verify_view import VerifyView
from desktop.views.okr.okrs_view import OkrsView
from desktop.views.people.home_view import HomeView
from desktop.views.people.person_view import PersonView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.talk.review_view import ReviewView
from desktop.views.vault.first_run_view import FirstRunView
from desktop.views.vault.new_lock_view import NewLockView
from desktop.views.widgets import ListRow, SignaturePad, Text

V = TypeVar("V", bound=QWidget)
_NEW_TEAM = "\x1fnew"


class WindowDriver:
    """Presses and types in a `Program`; every screen it meets is kept as a picture in `shots`."""

    def __init__(self, program: Program, exports: Path, shots: Path) -> None:
        self._program = program
        self._window = program.window
        self._exports = exports
        self._shots = shots
        self._seen: set[str] = set()
        self._exported = Destination(Place.HOME)
        self._name = ""

    def introduce(self, name: str, role: str, email: str) -> None:
        """Fill the first screen and wait for Home."""
        view = self._arrived(FirstRunView)
        self._picture("first-run")
        for field, text in (("me-name", name), ("me-role", role), ("me-email", email)):
            type_into(view, field, text)
        press(view, "begin")
        self._lock()
        self._arrived(HomeView)
        self._picture("home-empty")

    def _lock(self) -> None:
        """Choose a passphrase, read the recovery key, and give back what is asked of it."""
        view = self._arrived(NewLockView)
        self._picture("passphrase")
        for field in ("lock-passphrase", "lock-again"):
            type_into(view, field, passphrase())
        press(view, "choose-passphrase")
        self._picture("recovery-key")
        key = [find_as(view, f"group-{number}", Text).text().split()[-1] for number in range(1, 10)]
        press(view, "written-down")
        for answer in ("answer-0", "answer-1"):
            number = int(find(view, answer).findChildren(QLineEdit)[0].accessibleName().split()[-1])
            type_into(view, answer, key[number - 1])
        press(view, "finish")

    def add_person(self, name: str, role: str, email: str, team: str) -> None:
        """Add a person with a new team on the people screen."""
        self._name = name
        self._window.navigate(Destination(Place.PEOPLE))
        view = self._view()
        press(view, "add-person")
        for field, text in (("add-name", name), ("add-role", role), ("add-email", email)):
            type_into(view, field, text)
        choose(view, "add-team", _NEW_TEAM)
        type_into(view, "add-new-team", team)
        self._picture("people-add")
        press(view, "add-confirm")
        self._arrived(PersonView)
        self._picture("person")

    def add_cycle(self, name: str, start: date, end: date) -> None:
        """Add a cycle on the OKRs screen."""
        view = self._okrs()
        self._picture("okrs-empty")
        press(view, "add-cycle")
        for field, text in (("name", name), ("starts_on", start.isoformat()), ("ends_on", end.isoformat())):
            type_into(view, field, text)
        press(view, "form-save")

    def add_objective(self, title: str, team: str, why_now: str) -> None:
        """Add an objective of the only team."""
        view = self._okrs()
        press(view, "empty-action")
        type_into(view, "title", title)
        type_into(view, "why_now", why_now)
        self._picture("okrs-objective")
        press(view, "form-save")

    def add_key_result(self, title: str, neutral_name: str, unit: str, levels: tuple[str, str, str, str]) -> None:
        """Add a metric key result to the newest objective."""
        view = self._okrs()
        press_about(view, "key-result")
        texts = {"title": title, "neutral_name": neutral_name, "unit": unit}
        texts |= dict(zip(("baseline", "commit", "target", "stretch"), levels, strict=True))
        for field, text in texts.items():
            type_into(view, field, text)
        self._picture("okrs-key-result")
        press(view, "form-save")

    def share(self, title: str) -> None:
        """Open the newest key result and share its facts."""
        view = self._okrs()
        press_about(view, "toggle")
        press_about(view, "sharing")
        self._picture("okrs-sharing")
        press(view, "form-save")
        self._picture("okrs")

    def start(self, name: str, kind: Kind, stage: Stage) -> None:
        """Open the person from the list and start a talk of a kind."""
        self._window.navigate(Destination(Place.PEOPLE))
        row_of(self._view(), name).click()
        view = self._arrived(PersonView)
        if kind is Kind.OKR:
            choose(view, "okr-stage", str(stage))
        else:
            type_into(view, "performance-to", Period(date.today()).cycle_end.isoformat())
            type_into(view, "performance-reason", "Both talks are tried out in one sitting.")
        press(view, f"start-{kind}")
        self._arrived(ConversationView)

    def prompt(self) -> str:
        """Return the prompt on screen; "" on the review page."""
        view = self._window.screen_view
        return view.shown.prompt if isinstance(view, ConversationView) else ""

    def topic(self) -> str:
        """Return what the step on screen asks for."""
        view = self._arrived(ConversationView)
        self._picture(f"conversation-{view.shown.kind}-{view.shown.topic}")
        return view.shown.topic

    def say(self, employee: str, manager: str) -> None:
        """Type both voices."""
        view = self._arrived(ConversationView)
        type_into(view, f"voice-{Voice.EMPLOYEE}", employee)
        type_into(view, f"voice-{Voice.MANAGER}", manager)
        self._picture(f"conversation-{view.shown.kind}-{view.shown.topic}-said")

    def note_privately(self, text: str) -> None:
        """Type the private note."""
        type_into(self._view(), "voice-private", text)

    def check_in(self, value: str, source: str, confidence: str) -> None:
        """Fill the check-in of this step."""
        for field, text in ((Voice.VALUE, value), (Voice.SOURCE, source), (Voice.CONFIDENCE, confidence)):
            type_into(self._view(), str(field), text)

    def promise(self, text: str, due: str) -> None:
        """Add a commitment."""
        view = self._view()
        type_into(view, "commitment-what", text)
        type_into(view, "commitment-when", due)
        press(view, "commitment-add")

    def expect(self, text: str, situation: str, behaviour: str, impact: str) -> None:
        """Add an expectation with an example seen today."""
        view = self._view()
        type_into(view, "expectation-new", text)
        press(view, "expectation-add")
        press(view, "example-open")
        texts = (date.today().isoformat(), situation, behaviour, impact)
        for field, typed in zip(("observed-on", "situation", "behaviour", "impact"), texts, strict=True):
            type_into(view, f"example-{field}", typed)
        self._picture("conversation-performance-example")
        press(view, "example-add")

    def go_on(self) -> None:
        """Press the button that leads on."""
        press(self._view(), "next")

    def seal(self) -> None:
        """Seal from the review page and wait for the note."""
        view = self._arrived(ReviewView)
        self._picture(f"review-{view.shown.kind}")
        press(view, "seal")
        until(lambda: self._dialog() is not None, "the question before sealing")
        dialog = self._dialog()
        if dialog is not None:
            picture(dialog, self._shots / "seal-question.png")
            dialog.accept()
        self._arrived(NoteView)

    def export(self) -> Path:
        """Export the note on screen and wait for its pages and its verdict."""
        view = self._arrived(NoteView)
        view.choose_folder(str(self._exports))
        press(view, "export")
        until(lambda: view.paper is not None and view.paper.verdict is not None, "the verdict on the signed file")
        until(view.findChildren(PaperView)[0].is_drawn, "the signed pages")
        self._picture(f"note-{view.shown.kind}")
        self._exported = Destination(Place.NOTE, view.shown.uid, view.shown.kind)
        return Path(view.shown.exported)

    def verify(self, path: Path) -> str:
        """Verify a file on the verify screen and return the tone of the verdict."""
        self._window.navigate(Destination(Place.VERIFY, path=str(path)))
        view = self._arrived(VerifyView)
        until(lambda: any(w.isVisible() for w in view.findChildren(VerdictPanelView)), "the verdict")
        self._picture("verify")
        return str(view.findChildren(VerdictPanelView)[0].tone)

    def correct(self, reason: str) -> None:
        """Open a correction of the note on screen."""
        view = self._arrived(NoteView)
        press(view, "correct")
        type_into(view, "correction-reason", reason)
        self._picture("note-correct")
        press(view, "correction-open")
        self._arrived(ReviewView)

    def answer(self, path: Path, comment: str, passphrase: str) -> Path:
        """Answer a note on the employee's page, shown alone as on a machine of their own."""
        tools = sent_here(None, self._exports / "employee-key.p12")
        view = RespondView(RespondPresenter(tools))
        self._window.show_room(view)
        view.arrive(Destination(Place.RESPOND, path=str(path)))
        until(lambda: view.shown.step is Step.READ, "the note to answer")
        self._picture("respond-read")
        press(view, "respond-answer")
        choose(view, "choice", str(Choice.DISAGREE))
        type_into(view, "comment", comment)
        choose(view, "scores", "not-used")
        draw(find_as(view, "strokes", SignaturePad))
        for field in ("passphrase", "passphrase-again"):
            type_into(view, field, passphrase)
        self._picture("respond-answer")
        press(view, "respond-sign")
        until(lambda: view.shown.step is Step.DONE, "the answered file")
        self._picture("respond-done")
        return Path(view.shown.outgoing.path if view.shown.outgoing else "")

    def take_in(self, path: Path) -> str:
        """Drop the answered file on the note exported last."""
        self._window.navigate(replace(self._exported, path=str(path)))
        view = self._arrived(NoteView)
        section = view.findChildren(AnswersSection)[0]
        until(lambda: section.shown.arrival is not None, "the verdict on the answer")
        until(view.findChildren(PaperView)[0].is_drawn, "the pages beside it")
        self._picture("note-answered")
        return section.shown.arrival.headline if section.shown.arrival else ""

    def compare_key(self) -> None:
        """Press the button that says so."""
        press(self._arrived(NoteView), "trust-key")
        self._picture("note-compared")

    def look_around(self) -> None:
        """Take pictures of the screens that the journey itself only passes."""
        for place in (
            Place.HOME,
            Place.OVERVIEW,
            Place.PEOPLE,
            Place.NOTES,
            Place.TRANSFER,
            Place.TAKE_OVER,
            Place.ROLLOUT,
            Place.SETTINGS,
            Place.IDENTITY,
            Place.BACKUPS,
            Place.RETENTION,
        ):
            self._window.navigate(Destination(place))
            self._picture(str(place))
        self._window.navigate(Destination(Place.SEARCH))
        type_into(self._view(), "search-words", "th")
        until(lambda: self._view().findChild(ListRow, "hit-0") is not None, "something that was found", 10.0)
        self._picture("search")
        self._window.navigate(Destination(Place.PEOPLE))
        row_of(self._view(), self._name).click()
        press(self._arrived(PersonView), "person-rights")
        self._picture("rights")
        self._window.lock_wanted.emit()
        self._picture("locked")

    def _okrs(self) -> OkrsView:
        if not isinstance(self._window.screen_view, OkrsView):
            self._window.navigate(Destination(Place.OKRS))
        return self._arrived(OkrsView)

    def _view(self) -> QWidget:
        view = self._window.screen_view
        if view is None:
            raise Missed("No screen is shown.")
        return view

    def _arrived(self, kind: type[V]) -> V:
        until(lambda: isinstance(self._window.screen_view, kind), f"the screen {kind.__name__}")
        view = self._window.screen_view
        if not isinstance(view, kind):
            raise Missed(f"The screen {kind.__name__} went away.")
        return view

    def _dialog(self) -> QDialog | None:
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)

    def _picture(self, name: str) -> None:
        if name not in self._seen:
            self._seen.add(name)
            picture(self._window, self._shots / f"{len(self._seen):02d}-{name}.png")
