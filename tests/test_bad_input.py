"""What nobody should type, meet or do, and what becomes of it: one sentence, and every word kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Place
from desktop.selftest.hands import choose, press, press_about, type_into, until
from desktop.views.conversation_view import ConversationView
from desktop.views.note_view import NoteView
from desktop.views.review_view import ReviewView
from desktop.views.widgets import AreaField, LineField, VoiceField
from tests.running import answered, at, clean_up, go, running, seen, vault_of
from tests.world import World

MARKUP = "<b>&<img src=x onerror=1>"
STRANGE = f"{MARKUP} \x00\x07\x1b\x7f\u202e مرحبا שלום 李小龙 👩‍👩‍👧 {{name}} %s"
HOSTILE = {
    "markup": MARKUP,
    "strange": STRANGE,
    "long": "long " * 4000,
    "endless": "W" * 20_000,
    "half a character": "half \ud83d of one",
}


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


def fields(view: QWidget) -> list[str]:
    """Return the names of all fields for words that can be seen."""
    found = [each for kind in (LineField, AreaField, VoiceField) for each in view.findChildren(kind)]
    return [each.objectName() for each in found if each.isVisible() and each.objectName()]


def fill(view: QWidget, text: str) -> None:
    for name in fields(view):
        type_into(view, name, text)
    clean_up()


def read_as_markup(root: QWidget) -> list[str]:
    """Return the words in a window that Qt would read as markup and that are not our own."""
    found = [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and "<" in label.text()
    ]
    found += [each.toolTip() for each in root.findChildren(QWidget) if "<img" in each.toolTip()]
    return found + [type(each).__name__ for each in root.findChildren(QTextEdit)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_field_of_every_screen_takes_any_text(program: Program, world: World, text: str) -> None:
    okr, performance = world.start(Kind.OKR, Stage.CHECK_IN), world.start(Kind.PERFORMANCE, Stage.REVIEW)
    window = program.window
    view = go(program, Place.PEOPLE, path="add")
    fill(view, text)
    choose(view, "add-team", "\x1fnew")
    fill(view, text)
    press(view, "add-confirm")
    if window.screen_view is view:
        press(view, "add-cancel")
    fill(view, text)
    view = go(program, Place.PERSON, world.employee.uid)
    press(view, "edit-person")
    fill(view, text)
    for name in ("edit-save", "expectation-add", "start-okr", "start-performance"):
        press(view, name)
    view = go(program, Place.SETTINGS)
    fill(view, text)
    press(view, "save-me")
    fill_okrs(program, text)
    for talk in (okr, performance):
        walk(program, talk.uid, talk.kind, text)
    assert read_as_markup(window) == []
    assert vault_of(program).writer.flush(10)
    assert world.vault.check() == ()


def fill_okrs(program: Program, text: str) -> None:
    view = go(program, Place.OKRS)
    for opener in ("add-cycle", "add-objective"):
        press(view, opener)
        fill(view, text)
        press(view, "form-save")
    for action in ("edit-objective", "key-result", "toggle", "edit-key-result", "check-in"):
        press_about(view, action)
        fill(view, text)
        if action != "toggle":
            press(view, "form-save")


def walk(program: Program, uid: str, kind: Kind, text: str) -> None:
    """Type into every field of every step, then seal and export."""
    view = go(program, Place.CONVERSATION, uid, kind)
    assert isinstance(view, ConversationView)
    while program.window.screen_view is view:
        fill(view, text)
        if view.shown.topic == "commitments":
            press(view, "commitment-add")
        if view.shown.topic == "expectations":
            press(view, "expectation-add")
        assert text_in(text) in seen(view) or not [box for box in view.shown.boxes]
        press(view, "skip")
    review = at(program, ReviewView)
    fill(review, text)
    press(review, "seal")
    assert read_as_markup(program.window) == []
    answered(program, True)
    note = at(program, NoteView)
    press(note, "correct")
    fill(note, text)
    press(note, "export")
    until(lambda: note.paper is not None and note.paper.verdict is not None, "the signed pages" + seen(note)[-1500:], 10)
    assert note.paper is not None and str(note.paper.verdict and note.paper.verdict.tone) == "good"


def text_in(text: str) -> str:
    """Return a text as a field of Qt holds it: without half characters."""
    return text.encode("utf-16-le", "ignore").decode("utf-16-le")
