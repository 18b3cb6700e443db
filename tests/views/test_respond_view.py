"""The employee's page, through what a user sees and does."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.respond import RespondPresenter
from desktop.presenters.notes.respond_screen import Step
from desktop.views import theme
from desktop.views.main_window import MainWindow
from desktop.views.notes.paper_view import PaperView
from desktop.views.notes.respond_view import RespondView
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import AreaField, Question, Rail, SignaturePad
from tests.answering import TODAY, Desk, answers_in, sent
from tests.documents.notes import EMPLOYEE, Spoken
from tests.views.sight import line, press, settle, words, write

Make = Callable[..., RespondView]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Make:
    theme.apply(qapp, theme.theme_named("light"))

    def made(desk: Desk | None = None, **how: bool) -> RespondView:
        view = RespondView(RespondPresenter((desk or Desk()).tools(), today=lambda: TODAY, **how))
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        return view

    return made


def reading(qtbot: QtBot, view: RespondView, path: Path) -> RespondView:
    view.arrive(Destination(Place.RESPOND, path=str(path)))
    qtbot.waitUntil(lambda: view.shown.step is Step.READ, timeout=20_000)
    return view


def answering(qtbot: QtBot, view: RespondView, path: Path) -> RespondView:
    press(qtbot, reading(qtbot, view, path), "respond-answer")
    return view


def pick(qtbot: QtBot, view: QWidget, label: str) -> None:
    settle()
    option = next(each for each in view.findChildren(QRadioButton) if each.text() == label and each.isVisible())
    qtbot.mouseClick(option, Qt.MouseButton.LeftButton, pos=QPoint(8, 14))


def comment(view: RespondView) -> QPlainTextEdit:
    edit = view.findChild(AreaField, "comment").focusProxy()
    assert isinstance(edit, QPlainTextEdit)
    return edit


def pad(view: RespondView, name: str = "strokes") -> SignaturePad:
    found = view.findChild(SignaturePad, name)
    assert isinstance(found, SignaturePad)
    return found


def sign(space: SignaturePad) -> None:
    settle()
    QTest.mousePress(space, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    QTest.mouseMove(space, QPoint(120, 20))
    QTest.mouseRelease(space, Qt.MouseButton.LeftButton, pos=QPoint(120, 20))


def finished(qtbot: QtBot, view: RespondView, button: str) -> Path:
    press(qtbot, view, button)
    qtbot.waitUntil(lambda: view.shown.step is Step.DONE, timeout=20_000)
    assert view.shown.outgoing is not None
    return Path(view.shown.outgoing.path)


def question(view: QWidget) -> Question | None:
    return next((each for each in view.findChildren(Question) if each.isVisible()), None)


def test_a_note_is_read_answered_drawn_and_saved(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = reading(qtbot, make(), sent(tmp_path))
    assert "Signed and unchanged" in words(view)
    qtbot.waitUntil(view.findChild(PaperView).is_drawn, timeout=20_000)
    press(qtbot, view, "respond-answer")
    assert "received and discussed; it does not mean that I agree" in words(view)
    assert "cannot be taken back" in words(view)
    pick(qtbot, view, "I disagree")
    QGuiApplication.clipboard().setText("\tNein.\n\nZwei\u00a0%")
    comment(view).paste()
    QGuiApplication.clipboard().clear()
    pick(qtbot, view, "were not used as a reason in this conversation")
    sign(pad(view))
    path = finished(qtbot, view, "respond-sign")
    assert answers_in(path).reply == Reply(Choice.DISAGREE, "\tNein.\n\nZwei\u00a0%", False)
    assert answers_in(path).closed
    assert "Send this file back to Mira Solberg" in words(view) and str(path) in words(view)


class Opener(QObject):
    """What opens folders here instead of the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_of_the_answer_is_opened(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view, opener = answering(qtbot, make(), sent(tmp_path)), Opener()
    pick(qtbot, view, "I agree")
    finished(qtbot, view, "respond-save")
    QDesktopServices.setUrlHandler("file", opener, "open")
    press(qtbot, view, "respond-show")
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path)]


def test_a_keyboard_is_enough(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(), sent(tmp_path))
    options = [each for each in view.findChildren(QRadioButton) if each.isVisible()]
    qtbot.keyClick(options[0], Qt.Key.Key_Space)
    qtbot.keyClick(next(each for each in options if "Type the name" in each.text()), Qt.Key.Key_Space)
    assert not pad(view).isVisible() and "The typed name stands as the signature." in words(view)
    qtbot.keyClick(view.findChild(QPushButton, "respond-sign"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.shown.step is Step.DONE, timeout=20_000)


def test_what_is_missing_stands_beside_its_field_and_gets_the_keyboard(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    view = answering(qtbot, make(), sent(tmp_path))
    press(qtbot, view, "respond-sign")
    assert "Choose one of the three." in words(view)
    assert "Draw the signature, or choose to type the name instead." in words(view)
    pick(qtbot, view, "I disagree")
    press(qtbot, view, "respond-save")
    assert view.findChild(AreaField, "comment").error() == "Say in your comment what you disagree with."
    assert comment(view).hasFocus()
    qtbot.keyClicks(comment(view), "No")
    assert view.findChild(AreaField, "comment").error() == ""
    sign(pad(view))
    assert "Draw the signature" not in words(view)


def test_the_last_line_is_taken_back_and_all_of_them(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(), sent(tmp_path))
    assert not view.findChild(QPushButton, "strokes-undo").isEnabled()
    for _line in range(3):
        sign(pad(view))
    press(qtbot, view, "strokes-undo")
    assert len(view._presenter.open().draft.strokes) == 2
    press(qtbot, view, "strokes-clear")
    assert view._presenter.open().draft.strokes == ()


def test_a_first_signature_asks_twice_for_a_passphrase(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(Desk("new")), sent(tmp_path))
    assert "nobody can restore it" in words(view)
    pick(qtbot, view, "I agree")
    pick(qtbot, view, "Type the name instead")
    write(qtbot, view, "passphrase", "one horse")
    write(qtbot, view, "passphrase-again", "two horses")
    press(qtbot, view, "respond-sign")
    assert "The two are not the same" in words(view)
    write(qtbot, view, "passphrase-again", "one horse")
    finished(qtbot, view, "respond-sign")
    assert line(view, "passphrase").text() == ""  # type: ignore[attr-defined]


def test_a_wrong_passphrase_loses_nothing(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(Desk("known")), sent(tmp_path))
    assert view.findChild(QWidget, "passphrase-again").isHidden()
    pick(qtbot, view, "I agree")
    qtbot.keyClicks(comment(view), "Every word")
    sign(pad(view))
    write(qtbot, view, "passphrase", "shut")
    press(qtbot, view, "respond-sign")
    qtbot.waitUntil(lambda: "not the passphrase" in words(view), timeout=20_000)
    assert (comment(view).toPlainText(), len(pad(view).strokes())) == ("Every word", 1)
    write(qtbot, view, "passphrase", "open")
    finished(qtbot, view, "respond-sign")


def test_what_is_typed_is_there_again_after_another_note(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    first, second = sent(tmp_path), sent(tmp_path, "second.pdf", Spoken(employee_says="Another talk."))
    view = answering(qtbot, make(), first)
    qtbot.keyClicks(comment(view), "Half a sen")
    answering(qtbot, view, second)
    assert comment(view).toPlainText() == ""
    reading(qtbot, view, first)
    assert "still here" in words(view)
    press(qtbot, view, "respond-answer")
    assert comment(view).toPlainText() == "Half a sen"


def test_nothing_can_be_typed_while_the_answer_is_written(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    may_go_on, other = Event(), sent(tmp_path, "other.pdf")
    view = answering(qtbot, make(Desk(before_answer=lambda: may_go_on.wait(5))), sent(tmp_path))
    pick(qtbot, view, "I agree")
    press(qtbot, view, "respond-save")
    assert "Saving the answer" in words(view)
    assert not comment(view).isEnabled() and not view.findChild(QPushButton, "respond-save").isEnabled()
    view.arrive(Destination(Place.RESPOND))
    view.arrive(Destination(Place.RESPOND, path=str(other)))
    assert "Saving the answer" in words(view) and not comment(view).isEnabled()
    may_go_on.set()
    qtbot.waitUntil(lambda: view.shown.step is Step.DONE, timeout=20_000)
    assert view.unsaved() == ""


def test_a_signed_answer_is_shown_and_cannot_change(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(), sent(tmp_path))
    pick(qtbot, view, "I agree")
    qtbot.keyClicks(comment(view), "Yes.")
    pick(qtbot, view, "Type the name instead")
    reading(qtbot, view, finished(qtbot, view, "respond-sign"))
    assert "The answer in this file" in words(view) and "Yes." in words(view)
    assert "cannot change any more" in words(view)
    assert view.findChild(QPushButton, "respond-answer").isHidden()


def test_a_dropped_letter_is_no_note(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear Tomas", encoding="utf-8")
    view, mime = make(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(letter))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.findChild(QWidget, "respond-drop").dropEvent(drop)
    qtbot.waitUntil(lambda: "This is not a PDF file." in words(view), timeout=20_000)
    assert view.findChild(QWidget, "respond-drop").isVisible()


def test_a_changed_file_warns_and_has_no_form(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    path = sent(tmp_path)
    path.write_bytes(path.read_bytes() + b"\n7 0 obj\n<<>>\nendobj\n")
    view = reading(qtbot, make(), path)
    assert "changed after it was signed" in words(view)
    assert view.findChild(QPushButton, "respond-answer").isHidden()


def test_a_password_is_asked_for(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = make()
    view.arrive(Destination(Place.RESPOND, path=str(sent(tmp_path, "locked.pdf"))))
    qtbot.waitUntil(lambda: view.shown.step is Step.LOCKED, timeout=20_000)
    write(qtbot, view, "respond-password", "shut")
    qtbot.keyClick(line(view, "respond-password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line(view, "respond-password").text() == "", timeout=20_000)  # type: ignore[attr-defined]
    write(qtbot, view, "respond-password", "open")
    press(qtbot, view, "respond-unlock")
    qtbot.waitUntil(lambda: view.shown.step is Step.READ, timeout=20_000)
    assert view.focusWidget().isVisible()  # the field that had the keyboard is gone


def test_in_the_room_no_file_is_named_and_leaving_asks(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(in_room=True), sent(tmp_path))
    assert f"This page is {EMPLOYEE.name}'s" in words(view)
    press(qtbot, view, "respond-read")
    assert "note.pdf" not in words(view) and str(tmp_path) not in words(view)
    press(qtbot, view, "respond-answer")
    qtbot.keyClicks(comment(view), "Not yet")
    press(qtbot, view, "respond-back")
    asked = question(view)
    assert asked is not None
    asked.reject()
    assert comment(view).toPlainText() == "Not yet"
    press(qtbot, view, "respond-back")
    again = [each for each in view.findChildren(Question) if each.result() == QDialog.DialogCode.Rejected][-1]
    with qtbot.waitSignal(view.finished):
        again.accept()


def test_in_the_room_the_laptop_is_given_back_after_signing(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    view = answering(qtbot, make(in_room=True), sent(tmp_path))
    pick(qtbot, view, "I have received this note")
    sign(pad(view))
    finished(qtbot, view, "respond-sign")
    assert "part of the note now" in words(view) and str(tmp_path) not in words(view)
    with qtbot.waitSignal(view.finished):
        press(qtbot, view, "respond-done")


def test_not_signing_is_noted_with_a_witness(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    desk = Desk()
    view = reading(qtbot, make(desk, in_room=True), sent(tmp_path))
    press(qtbot, view, "respond-refuse")
    press(qtbot, view, "respond-decline")
    assert "Please fill in" in words(view)
    write(qtbot, view, "witness", EMPLOYEE.name)
    sign(pad(view, "witness_strokes"))
    press(qtbot, view, "respond-decline")
    qtbot.waitUntil(lambda: "A witness is a third person" in words(view), timeout=20_000)
    write(qtbot, view, "witness", "Noor Ebbe")
    finished(qtbot, view, "respond-decline")
    ((reason, day, witness),) = desk.declined
    assert (reason, day, witness.name, len(witness.strokes)) == ("", TODAY, "Noor Ebbe", 1)


def test_the_page_of_another_file_does_not_come_late(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    held, desk = Event(), Desk()
    tools = desk.tools()

    class Slow(Desk):
        def read(self, path: Path, password: str):  # type: ignore[no-untyped-def]
            if path.name == "slow.pdf":
                held.wait(5)
                raise Problem("Too late.")
            return tools.read(path, password)

    view = make(Slow())
    view.read(tmp_path / "slow.pdf")
    reading(qtbot, view, sent(tmp_path))
    held.set()
    qtbot.wait(50)
    assert "Too late." not in words(view) and view.shown.step is Step.READ


class Elsewhere(ScreenView):
    """Another screen of the window."""

    def arrive(self, destination: Destination) -> None:
        """Show nothing."""


@pytest.fixture
def window(qtbot: QtBot, make: Make) -> MainWindow:
    made = MainWindow(lambda place, kind: make() if place is Place.RESPOND else Elsewhere(), lambda: "")
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    return made


def test_nothing_else_can_be_reached_from_the_room(
    qtbot: QtBot, window: MainWindow, make: Make, tmp_path: Path
) -> None:
    window.navigate(Destination(Place.HOME))
    window.navigate(Destination(Place.NOTES))
    rail = window.findChild(Rail)
    room = make(in_room=True)
    window.show_room(room)
    assert not rail.isVisible()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Left):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    window._go(Destination(Place.HOME))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sent(tmp_path)))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *keys))
    assert window.screen_view is room
    window.navigate(Destination(Place.NOTES))
    assert rail.isVisible() and isinstance(window.screen_view, Elsewhere)


def test_without_a_vault_there_is_no_rail_and_a_way_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.navigate(Destination(Place.FIRST_RUN))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sent(tmp_path)))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *keys))
    view = window.screen_view
    assert isinstance(view, RespondView) and not window.findChild(Rail).isVisible()
    qtbot.waitUntil(lambda: view.shown.step is Step.READ, timeout=20_000)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.screen_view is view


def test_closing_the_window_warns_of_an_unsaved_answer(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.navigate(Destination(Place.RESPOND))
    view = window.screen_view
    assert isinstance(view, RespondView)
    answering(qtbot, view, sent(tmp_path))
    qtbot.keyClicks(comment(view), "Nearly")
    window.navigate(Destination(Place.HOME))
    assert not window.close()
    asked = question(window)
    assert asked is not None and "Your answer to a note is not saved yet." in words(asked)
    asked.accept()
    assert not window.isVisible()
