"""What nobody should type or do, and what becomes of it: one sentence where it happened, and every word kept."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.documents.judging.schema import read_record, validate
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.okr import KeyResult, KeyResultKind
from desktop.models.people import Person
from desktop.presenters.destination import Place
from desktop.selftest.hands import choose, find, press, press_about, type_into, until
from desktop.views.notes.note_view import NoteView
from desktop.views.people.person_view import PersonView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.talk.review_view import ReviewView
from desktop.views.value_field import ValueField
from desktop.views.widgets import AreaField, LineField, VoiceField
from tests.running import answered, at, clean_up, go, notices, running, seen, vault_of
from tests.world import World

MARKUP = "<b>&<img src=x onerror=1>"
STRANGE = f"{MARKUP} \x00\x07\x1b\x7f\u202e مرحبا שלום 李小龙 👩‍👩‍👧 {{name}} %s"
HOSTILE = {
    "markup": (MARKUP, (Kind.OKR, Kind.PERFORMANCE)),
    "strange": (STRANGE, (Kind.OKR,)),
    "long": ("long " * 4000, (Kind.OKR,)),
    "endless": ("W" * 20_000, (Kind.OKR,)),
}
NO_DAYS = ("31.2.2027", "yesterday", "0000-01-01", "10000-01-01", MARKUP)
NO_NUMBERS = ("1e5", "1,2,3", "²", "9" * 31, "")


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


def fields(view: QWidget) -> list[str]:
    """Return the names of all fields for words that can be seen."""
    found = [each for kind in (LineField, AreaField, VoiceField) for each in view.findChildren(kind)]
    return [each.objectName() for each in found if each.isVisible() and each.objectName()]


def empty(view: QWidget, name: str) -> None:
    edit = find(view, name).focusProxy()
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)


def fill(view: QWidget, text: str) -> None:
    for name in fields(view):
        type_into(view, name, text)
    clean_up()


def error_at(view: QWidget, name: str) -> str:
    """Return the sentence beside a field; what was typed must still stand in it."""
    field = find(view, name)
    assert isinstance(field, LineField | AreaField | ValueField)
    return field.error()


def refused(view: QWidget, name: str, text: str, button: str) -> str:
    """Type into a field, press a button, and return the sentence beside the field."""
    type_into(view, name, text)
    press(view, button)
    field = find(view, name)
    assert isinstance(field, LineField | AreaField | ValueField)
    assert field.text() == text
    return field.error()


def read_as_markup(root: QWidget) -> list[str]:
    """Return the words in a window that Qt would read as markup and that are not our own."""
    found = [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and "<" in label.text()
    ]
    found += [each.toolTip() for each in root.findChildren(QWidget) if "<img" in each.toolTip()]
    return found + [type(each).__name__ for each in root.findChildren(QTextEdit)]


def held(text: str) -> str:
    """Return a text as a field of Qt holds it: without half characters."""
    return text.encode("utf-16-le", "ignore").decode("utf-16-le")


@pytest.mark.parametrize("name", HOSTILE)
def test_every_field_of_every_screen_takes_any_text(program: Program, world: World, name: str) -> None:
    text, kinds = HOSTILE[name]
    talks = [world.start(kind, Stage.CHECK_IN if kind is Kind.OKR else Stage.REVIEW) for kind in kinds]
    fill_people(program, world, text)
    fill_okrs(program, text)
    for talk in talks:
        walk(program, talk, text)
    assert read_as_markup(program.window) == []
    assert vault_of(program).writer.flush(10)
    assert world.vault.check() == ()


def fill_people(program: Program, world: World, text: str) -> None:
    view = go(program, Place.PEOPLE, path="add")
    choose(view, "add-team", "\x1fnew")
    find(view, "add-new-team")
    fill(view, text)
    press(view, "add-confirm")
    empty(view, "add-email")
    press(view, "add-confirm")
    if program.window.screen_view is view:
        press(view, "add-cancel")
    fill(go(program, Place.PEOPLE), text)
    view = go(program, Place.PERSON, world.employee.uid)
    press(view, "edit-person")
    fill(view, text)
    for button in ("edit-save", "expectation-add", "start-okr", "start-performance"):
        press(view, button)
    view = go(program, Place.SETTINGS)
    fill(view, text)
    press(view, "save-me")


def fill_okrs(program: Program, text: str) -> None:
    view = go(program, Place.OKRS)
    for opener in ("add-cycle", "add-objective"):
        press(view, opener)
        fill(view, text)
        press(view, "form-save")
    for action in ("edit-objective", "key-result", "edit-key-result", "check-in"):
        if action == "edit-key-result":
            press_about(view, "toggle")
        press_about(view, action)
        fill(view, text)
        press(view, "form-save")


def walk(program: Program, talk: Conversation, text: str) -> None:
    """Type into every field of every step (long texts only once: they fill many pages), seal, correct and export."""
    view = go(program, Place.CONVERSATION, talk.uid, talk.kind)
    assert isinstance(view, ConversationView)
    said = text
    while program.window.screen_view is view:
        fill(view, said)
        if view.shown.boxes:
            assert held(said) in seen(view)
            said = said if len(said) < 1000 else MARKUP
        for name in {"commitments": ["commitment-add"], "expectations": ["expectation-add"]}.get(view.shown.topic, []):
            press(view, name)
        press(view, "skip")
    press(at(program, ReviewView), "seal")
    assert read_as_markup(program.window) == []
    answered(program, True)
    note = at(program, NoteView)
    press(note, "correct")
    fill(note, text)
    press(note, "export")
    until(lambda: note.paper is not None and note.paper.verdict is not None, "the signed pages", 60)
    assert note.paper is not None and note.paper.verdict is not None and note.paper.verdict.tone == "good"
    record = read_record(Path(note.shown.exported).read_bytes()).decode()
    assert json.dumps(held(text), ensure_ascii=False)[1:-1] in record
    press(note, "correction-open")
    at(program, ReviewView)


def test_a_name_has_at_most_300_letters(program: Program, world: World) -> None:
    longest, longer = "x" * 300, "x" * 301
    view = go(program, Place.PEOPLE, path="add")
    choose(view, "add-team", "\x1fnew")
    for name in ("add-name", "add-role", "add-new-team"):
        assert "301 characters long" in refused(view, name, longer, "add-confirm")
        type_into(view, name, longest)
    press(view, "add-confirm")
    assert at(program, PersonView)._presenter._person.name == longest
    view = go(program, Place.OKRS)
    press(view, "add-objective")
    assert "301" in refused(view, "title", longer, "form-save")
    press(view, "add-cycle")
    assert "301" in refused(view, "name", longer, "form-save")
    press_about(view, "key-result")
    for name in ("title", "neutral_name", "unit"):
        assert "301" in refused(view, name, longer, "form-save")
    view = go(program, Place.CONVERSATION, world.start(Kind.PERFORMANCE, Stage.REVIEW).uid, Kind.PERFORMANCE)
    press(view, "open-commitment")
    assert "301" in refused(view, "commitment-what", longer, "commitment-add")


def test_a_new_team_without_a_name_is_asked_for(program: Program, world: World) -> None:
    view = go(program, Place.PEOPLE, path="add")
    choose(view, "add-team", "\x1fnew")
    type_into(view, "add-name", "Ada")
    press(view, "add-confirm")
    assert error_at(view, "add-new-team") == "Please fill in: the team."
    type_into(view, "add-new-team", "Field service")
    press(view, "add-confirm")
    assert "Field service" in seen(at(program, PersonView))


@pytest.mark.parametrize("name", ["", "  \t ", "\u200b\u2060", "\x00\x07"])
def test_a_name_nobody_can_see_is_none(program: Program, world: World, name: str) -> None:
    view = go(program, Place.PEOPLE, path="add")
    type_into(view, "add-name", name)
    press(view, "add-confirm")
    assert error_at(view, "add-name") == "Please fill in: the name."
    assert len(world.vault.people.people()) == 2


@pytest.mark.parametrize("email", ["mira", "mira@", "@x", "a b@c", "a\x00@b", "x" * 250 + "@b.example"])
def test_what_is_no_email_address_is_said_beside_it(program: Program, email: str) -> None:
    view = go(program, Place.PEOPLE, path="add")
    type_into(view, "add-name", "Ada")
    sentence = refused(view, "add-email", email, "add-confirm")
    assert "is no e-mail address" in sentence and len(sentence) < 150


@pytest.mark.parametrize("day", NO_DAYS)
def test_what_is_no_day_is_said_beside_it(program: Program, world: World, day: str) -> None:
    view = go(program, Place.PERSON, world.employee.uid)
    for name, button in (
        ("okr-held-on", "start-okr"),
        ("performance-held-on", "start-performance"),
        ("performance-from", "start-performance"),
        ("performance-to", "start-performance"),
    ):
        assert "day" in refused(view, name, day, button) or "date" in error_at(view, name)
    view = go(program, Place.OKRS)
    press(view, "add-cycle")
    assert refused(view, "starts_on", day, "form-save")
    press_about(view, "check-in")
    assert refused(view, "as-of", day, "form-save")
    view = go(program, Place.CONVERSATION, world.start(Kind.OKR, Stage.CHECK_IN).uid, Kind.OKR)
    press(view, "open-commitment") if view.findChild(QWidget, "open-commitment").isVisible() else None
    assert refused(view, "commitment-when", day, "commitment-add")
    assert world.vault.conversations(Kind.PERFORMANCE).conversations() == ()


def test_a_half_typed_day_survives_what_else_happens_on_the_screen(program: Program, world: World) -> None:
    view = go(program, Place.PERSON, world.employee.uid)
    type_into(view, "okr-held-on", "2026-1")
    type_into(view, "performance-from", "last spring")
    press(view, "start-performance")
    assert find(view, "okr-held-on").text() == "2026-1"  # type: ignore[attr-defined]
    assert error_at(view, "performance-from")
    view = go(program, Place.PERSON, world.manager.uid)
    assert find(view, "okr-held-on").text() != "2026-1"  # type: ignore[attr-defined]


def test_a_period_that_ends_before_it_starts_is_said_beside_its_end(program: Program, world: World) -> None:
    view = go(program, Place.PERSON, world.employee.uid)
    type_into(view, "performance-from", "2026-05-02")
    assert "ends before it starts" in refused(view, "performance-to", "2026-05-01", "start-performance")
    view = go(program, Place.OKRS)
    press(view, "add-cycle")
    type_into(view, "starts_on", "2026-05-02")
    assert "ends after it starts" in refused(view, "ends_on", "2026-05-02", "form-save")


def test_a_cycle_until_the_end_of_time_is_no_end(program: Program, world: World) -> None:
    view = go(program, Place.OKRS)
    press(view, "add-cycle")
    for name, text in (("name", "For ever"), ("starts_on", "0001-01-01"), ("ends_on", "9999-12-31")):
        type_into(view, name, text)
    press(view, "form-save")
    assert "For ever" in [cycle.name for cycle in world.vault.okrs.cycles()]
    press(view, "add-cycle")
    assert find(view, "name").text() == ""  # type: ignore[attr-defined]
    for place in (Place.HOME, Place.OKRS):
        go(program, place)
    go(program, Place.PERSON, world.employee.uid)


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_what_is_no_number_is_said_beside_it(program: Program, number: str) -> None:
    view = go(program, Place.OKRS)
    press_about(view, "key-result")
    for name in ("baseline", "commit", "target", "stretch"):
        assert refused(view, name, number, "form-save")
    press_about(view, "check-in")
    assert refused(view, "value", number, "form-save")


@pytest.mark.parametrize("levels", [("1", "2", "2", "3"), ("1", "3", "2", "4"), ("5",) * 4, ("4", "3", "2", "٣")])
def test_levels_out_of_order_are_said_below_them(program: Program, world: World, levels: tuple[str, ...]) -> None:
    view = go(program, Place.OKRS)
    press_about(view, "key-result")
    for name, text in zip(("baseline", "commit", "target", "stretch"), levels, strict=True):
        type_into(view, name, text)
    for name, text in (("title", "One more"), ("unit", "h")):
        type_into(view, name, text)
    press(view, "form-save")
    assert "out of order" in find(view, "levels-check").text()  # type: ignore[attr-defined]
    assert len(world.vault.okrs.key_results(world.objective.uid)) == 1


def test_a_check_in_knows_neither_confidence_11_nor_tomorrow(program: Program, world: World) -> None:
    view = go(program, Place.OKRS)
    press_about(view, "check-in")
    type_into(view, "value", "٣")
    type_into(view, "source", "help desk")
    for confidence in ("11", "-1", "7.5", "٣٣"):
        assert "from 0" in refused(view, "confidence", confidence, "form-save")
    type_into(view, "confidence", "7")
    assert "lies ahead" in refused(view, "as-of", "9999-12-31", "form-save")
    assert world.vault.okrs.check_ins(world.key_result.uid) == ()
    empty(view, "as-of")
    press(view, "form-save")
    assert [str(each.value) for each in world.vault.okrs.check_ins(world.key_result.uid)] == ["3"]


def test_nothing_said_is_nothing_to_seal(program: Program, world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    view = go(program, Place.REVIEW, talk.uid, Kind.OKR)
    assert not find(view, "seal").isEnabled()
    assert "Nothing that was said is noted yet" in seen(view)


def test_a_person_without_a_team_can_be_talked_with(program: Program, world: World) -> None:
    world.vault.people.save(Person(world.employee.uid, "Tomas Oyelaran"))
    for kind, stage in ((Kind.OKR, Stage.REFLECT_RESET), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        world.say(talk, "Said")
        view = go(program, Place.CONVERSATION, talk.uid, kind)
        for _step in talk.guide.sections:
            press(view, "skip")
        press(go(program, Place.REVIEW, talk.uid, kind), "seal")
        answered(program, True)
        validate(world.vault.notes(kind).note(at(program, NoteView).shown.uid).content)
    go(program, Place.PERSON, world.employee.uid)
    go(program, Place.OKRS)


def add_key_result(world: World) -> KeyResult:
    result = KeyResult(new_uid(), world.objective.uid, KeyResultKind.MILESTONE, "The hand-over list is written")
    world.vault.okrs.save_key_result(result)
    return result


def test_a_key_result_that_goes_while_one_talks_about_it_takes_no_words(program: Program, world: World) -> None:
    added = add_key_result(world)
    view = go(program, Place.CONVERSATION, world.start(Kind.OKR, Stage.CHECK_IN).uid, Kind.OKR)
    assert isinstance(view, ConversationView)
    while added.title not in repr(view.shown.form):
        press(view, "skip")
    world.vault.okrs.delete_key_result(added.uid)
    type_into(view, "source", "the list")
    type_into(view, "voice-manager", "Kept")
    press(view, "next")
    assert program.window.screen_view is view
    assert added.title not in repr(view.shown.form)
    while program.window.screen_view is view:
        press(view, "skip")
    at(program, ReviewView)


def test_a_key_result_that_comes_while_one_talks_moves_nobody(program: Program, world: World) -> None:
    view = go(program, Place.CONVERSATION, world.start(Kind.OKR, Stage.CHECK_IN).uid, Kind.OKR)
    assert isinstance(view, ConversationView)
    for _step in range(4):
        press(view, "skip")
    before = view.shown.prompt
    add_key_result(world)
    go(program, Place.OKRS)
    view = go(program, Place.CONVERSATION, view.shown.uid, Kind.OKR)
    assert isinstance(view, ConversationView)
    assert view.shown.prompt == before


GUIDE = """
id = "firm-check-in"
kind = "okr"
stage = "check-in"
title = "Our own <b>check-in</b>"
language = "en"
version = 1
rule = "Key result scores steer learning. They decide neither rating nor pay."

[[sections]]
id = "one"
title = "One & <i>only</i>"
minutes = 5

[[sections.prompts]]
id = "first"
text = "What moved <img src=x onerror=1>?"
purpose = "To begin"
answer = "voices"
"""


def test_a_firms_guide_with_a_mistake_is_shown_and_stops_nothing(qtbot: QtBot, world: World) -> None:
    folder = world.vault.guides_folder
    (folder / "good.toml").write_text(GUIDE)
    (folder / "typo.toml").write_text(GUIDE.replace("minutes", "minuts").replace("firm-check-in", "other"))
    (folder / "broken.toml").write_text("this is <b>no</b> TOML")
    (folder / "folder.toml").mkdir()
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as program:
        told = seen(go(program, Place.SETTINGS))
        assert "typo.toml: sections[0].minuts: did you mean minutes?" in told
        assert "broken.toml: line 1" in told and "folder.toml" in told
        view = go(program, Place.PERSON, world.employee.uid)
        choose(view, "okr-stage", str(Stage.CHECK_IN))
        choose(view, "okr-guide", "firm-check-in")
        press(view, "start-okr")
        shown = at(program, ConversationView)
        type_into(shown, "voice-manager", "Said to the old words")
        assert read_as_markup(program.window) == []
        uid = shown.shown.uid
    (folder / "good.toml").write_text(GUIDE.replace("What moved", "What is new").replace('id = "first"', 'id = "new"'))
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as program:
        shown = go(program, Place.CONVERSATION, uid, Kind.OKR)
        assert isinstance(shown, ConversationView)
        assert shown.shown.prompt == "What moved <img src=x onerror=1>?"
        assert "Said to the old words" in seen(shown)
    note = seal(world.vault, Kind.OKR, uid)
    assert "What moved <img src=x onerror=1>?" in note.record.decode()


def test_two_programs_in_one_conversation_harm_nothing(program: Program, qtbot: QtBot, world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Said")
    with running(world.vault.folder, world.vault.folder.parent / "other.toml") as other:
        views = [go(each, Place.CONVERSATION, talk.uid, talk.kind) for each in (program, other)]
        for number, view in enumerate(views):
            press(view, "next")
            press(view, "next")
            type_into(view, "voice-employee", f"From {number}")
            type_into(view, f"voice-{Voice.MANAGER}", f"By {number}")
        reviews = [go(each, Place.REVIEW, talk.uid, talk.kind) for each in (program, other)]
        assert all(vault_of(each).writer.flush(10) for each in (program, other))
        for each, review in zip((program, other), reviews, strict=True):
            press(review, "seal")
            answered(each, True)
        at(program, NoteView)
        until(lambda: "sealed already" in seen(reviews[1]), "the refusal", 10)
        assert not find(reviews[1], "seal").isEnabled()
        view = go(other, Place.CONVERSATION, talk.uid, talk.kind)
        assert "This conversation is sealed." in seen(view)
        assert view.findChild(VoiceField, "voice-private").editor().isReadOnly()
        for _step in range(40):
            if other.window.screen_view is view:
                press(view, "next")
        assert "From 1" in world.vault.notes(talk.kind).notes()[0].record.decode()
        go(other, Place.HOME)
        assert notices(other) == []
    assert world.vault.check() == ()
    assert len(world.vault.notes(talk.kind).notes()) == 1


def test_a_draft_discarded_by_another_program_takes_no_program_down(program: Program, world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    writer = vault_of(program).writer
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    world.vault.conversations(Kind.OKR).discard(talk.uid)
    type_into(view, "voice-manager", "Into the void")
    press(view, "commitment-add") if find(view, "commitment-add").isVisible() else None
    press(view, "next")
    assert writer.flush(10)
    until(lambda: any("Not saved" in each for each in notices(program)), "the sentence", 10)
    for button in ("review", "back-to-conversation"):
        if program.window.screen_view is not None and program.window.screen_view.findChild(QWidget, button):
            press(program.window.screen_view, button)
    go(program, Place.HOME)
    assert program.window.close()
