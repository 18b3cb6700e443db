"""The widget vocabulary: conduct with keys, names, long words, and what is never written over."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.presenters.notice import Notice, Tone
from desktop.views import theme
from desktop.views import widgets as ui
from tests.views import sight

ENDLESS = "Donaudampfschiffahrt" * 15
LONG_NAME = "Maximiliane Alexandra von Hohenstaufen-Württemberg-Oberkirchen"
MARKUP = "<b>bold</b> & <img src=x>"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, theme.theme_named("light"))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ui.Page]:
    """A page with one of everything that can be typed into or pressed."""
    page = ui.Page(f"{MARKUP} {ENDLESS}", kind="okr", subtitle=ENDLESS)
    stepper = ui.Stepper()
    stepper.set_steps([("Opening", "done"), ("Progress", "current"), (ENDLESS, "open")])
    page.add_top(stepper)
    page.show_notice(Notice(Tone.GOOD, ENDLESS))
    card = ui.PromptCard()
    card.set_prompt(ENDLESS, MARKUP, (ENDLESS,), "1 of 2", ENDLESS)
    for part in (card, ui.VoiceField("What Amara said", "in her words"), ui.NoteField("Private note")):
        page.add(part)
    fields = [
        ui.LineField("Name"),
        ui.DateField("Due"),
        ui.NumberField("Target", unit=ENDLESS),
        ui.AreaField("Why"),
        ui.ChoiceField("Team", [("a", ENDLESS), ("b", "B")]),
        ui.RadioField("Answer", [("y", "Yes"), ("n", ENDLESS)]),
    ]
    page.add(ui.Columns(*fields))
    page.add(ui.Tick(ENDLESS))
    page.add(ui.ListRow("k", ENDLESS, MARKUP, avatar="A B", trailing=ui.Chip("OKR", "target", "okr")))
    page.add(ui.TalkTimer())
    page.add(ui.Facts([("Digest", ENDLESS)]))
    page.add(ui.EmptyState("sprout", ENDLESS, "Start"))
    page.add_context(ui.Text(ENDLESS))
    page.add_footer(ui.primary("Next"), right=True)
    page.add_footer(ui.icon_button("pencil", "Edit"))
    page.resize(1100, 700)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    yield page


def focusable(around: QWidget) -> list[QWidget]:
    return [
        part
        for part in around.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.focusProxy()
    ]


def spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(what)


def test_all_that_takes_the_keyboard_has_a_name_and_a_size(page: ui.Page) -> None:
    assert len(focusable(page)) > 15
    for part in focusable(page):
        assert spoken(part), part
        assert part.width() >= 24, part
        assert part.height() >= 24, part


def test_tab_reaches_everything_and_leaves_every_editor(page: ui.Page, qtbot: QtBot) -> None:
    page.activateWindow()
    reached = set()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    editors = set(page.findChildren(QPlainTextEdit)) | set(page.findChildren(QLineEdit))
    assert editors <= reached
    assert any(isinstance(part, ui.TalkTimer) for part in reached)


def test_endless_words_widen_nothing(page: ui.Page) -> None:
    assert page.minimumSizeHint().width() < 560


def test_text_is_never_markup(page: ui.Page) -> None:
    label = ui.Text(MARKUP)
    assert label.text() == MARKUP
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in ui.Elided(MARKUP).toolTip()
    assert ui.primary(MARKUP).accessibleName() == MARKUP
    assert "&&" in ui.primary(MARKUP).text()


def test_long_words_wrap_and_lines_can_be_limited(qapp: QApplication) -> None:
    whole, two, one = ui.Text(ENDLESS), ui.Text(ENDLESS, max_lines=2), ui.Elided(ENDLESS)
    line = one.sizeHint().height()
    assert whole.heightForWidth(200) > 5 * line
    assert two.heightForWidth(200) <= 2 * line + 2
    assert ENDLESS in two.toolTip()


def test_words_of_a_right_to_left_script_begin_at_the_right(qtbot: QtBot) -> None:
    field = ui.VoiceField("Said")
    field.set_text("1", "שלום עולם")
    assert field.editor().document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight
    field.set_text("2", "Hello")
    assert field.editor().document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignLeft
    assert ink_span(ui.Text("שלום")).start > 100
    assert ink_span(ui.Text("Hello")).stop < 100


def ink_span(label: ui.Text) -> range:
    """Return the columns of pixels, of 200, that the words colour."""
    label.resize(200, 24)
    image = label.grab().toImage()
    ground = image.pixelColor(100, 0)
    inked = [x for x in range(200) if any(image.pixelColor(x, y) != ground for y in range(24))]
    return range(inked[0], inked[-1])


def test_a_voice_is_written_only_for_another_question(qtbot: QtBot) -> None:
    field = ui.VoiceField("Said")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.edited.connect(heard.append)
    field.set_text("q1", "from the vault")
    assert heard == []
    QTest.keyClicks(field.editor(), "Now ")
    assert heard[-1] == "Now from the vault"
    field.set_text("q1", "an echo, late")
    assert field.text() == "Now from the vault"
    field.set_text("q2", "")
    assert field.text() == ""


def test_pasted_text_comes_plain(qtbot: QtBot) -> None:
    field = ui.VoiceField("Said")
    qtbot.addWidget(field)
    clip = QMimeData()
    clip.setHtml("<h1>Big</h1>")
    clip.setText("Big")
    QApplication.clipboard().setMimeData(clip)
    field.editor().paste()
    assert field.text() == "Big"
    assert field.editor().document().firstBlock().charFormat().fontWeight() <= 400
    QApplication.clipboard().clear()  # what the clipboard still holds when Python ends crashes it


def test_an_editor_grows_and_then_scrolls(qtbot: QtBot) -> None:
    field = ui.VoiceField("Said", min_lines=3, max_lines=6)
    qtbot.addWidget(field)
    field.resize(300, 400)
    with qtbot.waitExposed(field):
        field.show()
    heights = []
    for lines in (1, 5, 6, 40):
        field.set_text(str(lines), "\n".join(["word"] * lines))
        heights.append(field.editor().height())
    few, five, six, many = heights
    assert few < five < six == many
    field.set_text("wrapped", "word " * 60)
    assert field.editor().height() == many


def test_typing_into_a_very_long_answer_stays_quick(qtbot: QtBot) -> None:
    field = ui.VoiceField("Said")
    qtbot.addWidget(field)
    field.resize(600, 400)
    field.set_text("q", "many words in one paragraph " * 720)
    with qtbot.waitExposed(field):
        field.show()
    times = []
    for letter in "quick enough":
        begun = perf_counter()
        QTest.keyClicks(field.editor(), letter)
        field.editor().viewport().repaint()
        times.append(perf_counter() - begun)
    assert median(times) < 0.05


def test_a_bad_day_is_kept_and_explained(qtbot: QtBot) -> None:
    field = ui.DateField("Due")
    qtbot.addWidget(field)
    edit = field.findChild(QLineEdit)
    QTest.keyClicks(edit, "soon")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert field.text() == "soon"
    assert "soon" in field.error()
    assert spoken(edit, QAccessible.Text.Description) == field.error()
    assert field.value() is None
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert field.error() == ""
    field.set_text("31.3.2026")
    assert field.value() == date(2026, 3, 31)


def test_a_number_takes_point_and_comma(qtbot: QtBot) -> None:
    field = ui.NumberField("Target", unit="h")
    qtbot.addWidget(field)
    field.set_text("3,5")
    assert field.value() == Decimal("3.5")
    field.set_text("4 h")
    QTest.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Return)
    assert field.value() is None
    assert "4 h" in field.error()


@pytest.mark.parametrize("shape", [ui.ChoiceField, ui.RadioField])
def test_a_choice_is_told_by_key_when_the_person_makes_it(
    qtbot: QtBot, shape: type[ui.ChoiceField] | type[ui.RadioField]
) -> None:
    field = shape("Answer", [("y", "Yes"), ("n", "No")])
    qtbot.addWidget(field)
    field.show()
    heard: list[str] = []
    field.chosen.connect(heard.append)
    field.set_key("y")
    assert (field.key(), heard) == ("y", [])
    control = field.findChildren(QAbstractButton)[1] if shape is ui.RadioField else field.focusProxy()
    QTest.keyClick(control, Qt.Key.Key_Space if shape is ui.RadioField else Qt.Key.Key_Down)
    assert (field.key(), heard) == ("n", ["n"])


def test_buttons_rows_and_steps_tell_their_key(qtbot: QtBot) -> None:
    stepper = ui.Stepper()
    stepper.set_steps([("One", "current"), ("Two", "open")])
    rail = ui.Rail([ui.RailEntry("home", "Home", "home"), ui.RailEntry("okrs", "OKRs", "target")])
    heard: list[object] = []
    for part in (ui.primary("Go", key="b"), ui.ListRow("r", "Row"), stepper, rail):
        qtbot.addWidget(part)
        part.show()
        part.chosen.connect(heard.append)
        pressed = part if isinstance(part, QAbstractButton) else part.findChildren(QAbstractButton)[1]
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
        QTest.keyClick(pressed, Qt.Key.Key_Space)
    assert heard == ["b", "b", "r", "r", 1, 1, "okrs", "okrs"]


def test_arrow_keys_walk_the_steps(qtbot: QtBot) -> None:
    stepper = ui.Stepper()
    stepper.set_steps([("One", "done"), ("Two", "current"), ("Three", "skipped")])
    qtbot.addWidget(stepper)
    stepper.resize(800, 44)
    with qtbot.waitActive(stepper):
        stepper.show()
        stepper.activateWindow()
    steps = stepper.findChildren(QAbstractButton)
    steps[1].setFocus()
    QTest.keyClick(steps[1], Qt.Key.Key_Right)
    assert steps[2].hasFocus()
    QTest.keyClick(steps[2], Qt.Key.Key_Home)
    assert steps[0].hasFocus()
    states = [spoken(step, QAccessible.Text.Description) for step in steps]
    assert states == ["done", "you are here", "skipped"]
    assert spoken(steps[1]) == "Step 2 of 3: Two"


def test_step_titles_give_way_to_numbers(qtbot: QtBot) -> None:
    stepper = ui.Stepper()
    titles = [f"A rather long title {number}" for number in range(5)]
    stepper.set_steps([(title, "current" if title == titles[2] else "open") for title in titles])
    qtbot.addWidget(stepper)
    stepper.show()
    widths = []
    for width in (1400, 500, 240):
        stepper.resize(width, 44)
        widths.append([step.sizeHint().width() > 60 for step in stepper.findChildren(QAbstractButton)])
    everything, only_current, numbers = widths
    assert all(everything)
    assert only_current == [False, False, True, False, False]
    assert not any(numbers)


def test_the_rail_collapses_to_icons(qtbot: QtBot) -> None:
    rail = ui.Rail([ui.RailEntry("home", "Home", "home")])
    qtbot.addWidget(rail)
    rail.fit(1200)
    wide = rail.width()
    rail.fit(800)
    assert rail.width() < wide / 2
    rail.fit(1024, context=True)
    assert rail.width() < wide / 2
    rail.fit(1280, context=True)
    assert rail.width() == wide
    rail.fit(800)
    entry = rail.findChild(QAbstractButton)
    assert "Home" in entry.toolTip()
    assert spoken(entry) == "Home"


def test_the_context_stands_beside_or_below(page: ui.Page) -> None:
    endless = [part for part in page.findChildren(ui.Text) if part.text() == ENDLESS]
    context = next(part for part in endless if beside(page, part))
    page.resize(800, 700)
    QApplication.processEvents()
    assert not beside(page, context)
    assert context.isVisible()
    page.resize(1100, 700)
    QApplication.processEvents()
    assert beside(page, context)


@pytest.mark.parametrize(
    ("title", "width", "below"),
    [("Ada", 1000, False), ("Amara Okafor-Reyes", 760, True), (LONG_NAME, 1000, True), ("Jonas Lind", 2000, False)],
)
def test_what_one_can_do_never_crowds_the_title(qtbot: QtBot, title: str, width: int, below: bool) -> None:
    page = ui.Page("Somebody")
    for label in ("Hand over…", "Rights and retention", "Key of Amara", "Edit details"):
        page.add_action(ui.secondary(label))
    qtbot.addWidget(page)
    page.resize(width, 400)
    page.show()
    page.set_title(title)
    sight.settle()
    told = next(part for part in page.findChildren(ui.Text) if part.text() == title)
    buttons = page.findChildren(ui.Button)
    tops = {button.mapTo(page, QPoint()).y() for button in buttons}
    assert not told.is_cut() and len(tops) == 1
    assert (min(tops) > told.mapTo(page, told.rect().bottomLeft()).y()) is below
    assert max(button.mapTo(page, button.rect().topRight()).x() for button in buttons) < width


def test_more_actions_than_fit_stand_on_further_lines(qtbot: QtBot) -> None:
    page = ui.Page("Somebody")
    for number in range(8):
        page.add_action(ui.secondary(f"An action with many words {number}"))
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    sight.settle()
    assert page.width() == 800
    places = [QRect(button.mapTo(page, QPoint()), button.size()) for button in page.findChildren(ui.Button)]
    assert len({place.top() for place in places}) > 1
    assert all(place.left() >= 0 and place.right() < 800 for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


@pytest.mark.parametrize("width", [800, 1100, 1700])
def test_a_wide_page_stands_in_the_middle_with_its_scroll_bar_at_the_edge(qtbot: QtBot, width: int) -> None:
    page = ui.Page("Title")
    tall = QWidget()
    tall.setFixedHeight(3000)
    page.add(tall)
    page.add_footer(ui.secondary("Back"))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    left = tall.mapTo(page, tall.rect().topLeft()).x()
    right = width - left - tall.width()
    assert abs(left - right) <= 2
    assert tall.width() <= 960
    bar = next(bar for bar in page.findChildren(QScrollBar) if bar.isVisible())
    assert bar.mapTo(page, bar.rect().topRight()).x() == width - 1
    back = page.findChild(ui.Button)
    assert back.mapTo(page, back.rect().topLeft()).x() == left


def test_a_button_beside_long_words_keeps_its_size(qtbot: QtBot) -> None:
    button = ui.secondary("Kept")
    line = ui.row(ui.Text("Many words that go on and on. " * 12), button)
    qtbot.addWidget(line)
    line.resize(600, 200)
    line.show()
    assert button.size() == button.sizeHint()
    assert button.geometry().right() == 599


def test_nothing_flashes_as_a_window_of_its_own_while_it_is_made(qapp: QApplication) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Show:
                shown.append(getattr(watched, "text", watched.objectName)())
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    ui.Section("Commitments", "carried until kept", ui.secondary("Add"))
    ui.PromptCard().set_prompt("Why?", "So", ("Not so",), "1", "A thing")
    ui.NoteField("Private", "only you"), ui.LineField("Name", "hint"), ui.NumberField("Value", unit="hours")
    ui.Banner("warn", "words", "Act"), ui.Facts([("a", "b")]), ui.Page("T", "home", subtitle="s")
    qapp.removeEventFilter(watch)
    assert shown == []


def test_leaving_a_line_commits_only_what_was_typed(qtbot: QtBot) -> None:
    field = ui.LineField("Held on")
    qtbot.addWidget(field)
    field.show()
    edit = field.focusProxy()
    committed: list[str] = []
    field.committed.connect(lambda: committed.append(field.text()))
    field.set_text("2027-03-31")
    edit.setFocus()
    edit.editingFinished.emit()
    assert committed == []
    qtbot.keyClicks(edit, "7")
    edit.editingFinished.emit()
    edit.editingFinished.emit()
    assert committed == [field.text()]
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert len(committed) == 2


def test_return_presses_a_button(qtbot: QtBot) -> None:
    button = ui.secondary("Kept")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_low_window_folds_what_is_better_not_asked(qtbot: QtBot) -> None:
    card = ui.PromptCard()
    qtbot.addWidget(card)
    card.set_prompt("How are you?", avoid=("Why did you fail?",))
    card.resize(600, 300)
    card.show()
    advice = next(text for text in card.findChildren(ui.Text) if text.text() == "Why did you fail?")
    assert advice.isVisible()
    card.set_compact(True)
    assert not advice.isVisible()
    unfold = card.findChild(ui.Button, "better-not")
    assert unfold.text() == "Better not (1)"
    unfold.click()
    assert advice.isVisible()
    card.set_prompt("And you?")
    assert not unfold.isVisible()


def test_a_chip_of_a_word_or_two_is_never_cut(qtbot: QtBot) -> None:
    chip = ui.Chip("Overdue", "clock", "warn")
    line = ui.row(chip, ui.Text(ENDLESS))
    qtbot.addWidget(line)
    line.resize(200, 60)
    line.show()
    assert chip.width() >= chip.sizeHint().width()


def beside(page: ui.Page, part: QWidget) -> bool:
    return part.mapTo(page, part.rect().topLeft()).x() > page.width() * 0.6


def test_the_kind_of_a_page_tints_what_is_inside(qtbot: QtBot) -> None:
    page = ui.Page("Talk")
    button = ui.primary("Next")
    page.add(button)
    qtbot.addWidget(page)
    page.show()
    seen = {}
    for kind, role in (("okr", "okr_accent"), ("performance", "performance_accent"), ("neutral", "accent")):
        page.set_kind(kind)
        seen[kind] = QColor(button.grab().toImage().pixelColor(5, 17)).name()
        assert seen[kind] == theme.current().color(role).name()
    assert len(set(seen.values())) == 3


def test_a_banner_can_be_acted_on_and_put_away(qtbot: QtBot) -> None:
    banner = ui.Banner("warn", MARKUP, "Repair")
    qtbot.addWidget(banner)
    banner.show()
    act, close = banner.findChildren(QAbstractButton)
    with qtbot.waitSignal(banner.acted):
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_a_notice_replaces_the_one_before(page: ui.Page, qtbot: QtBot) -> None:
    page.show_notice(Notice(Tone.BAD, "The disk is full."))
    qtbot.waitUntil(lambda: [shown.text() for shown in page.findChildren(ui.Banner)] == ["The disk is full."])
    page.show_notice(None)
    qtbot.waitUntil(lambda: page.findChildren(ui.Banner) == [])


def test_rows_replace_what_was_shown(qtbot: QtBot) -> None:
    rows = ui.Rows()
    qtbot.addWidget(rows)
    rows.set_widgets([ui.Text("old")])
    rows.set_widgets([ui.Text("new"), ui.Text("newer")])
    qtbot.waitUntil(lambda: [text.text() for text in rows.findChildren(ui.Text)] == ["new", "newer"])


def test_the_saved_line_says_what_happened(qtbot: QtBot) -> None:
    line = ui.SavedLine()
    qtbot.addWidget(line)
    line.saving()
    assert line.text() == "Saving…"
    line.saved("14:02")
    assert line.text() == "Saved 14:02"
    line.failed("the disk is full")
    assert line.text() == "Not saved: the disk is full"
    line.clear()
    assert line.text() == ""


def test_the_timer_can_be_paused(qtbot: QtBot) -> None:
    timer = ui.TalkTimer()
    qtbot.addWidget(timer)
    timer.set_minutes(10)
    timer.begin(605)
    assert timer.text() == "10 of 10 min"
    QTest.keyClick(timer, Qt.Key.Key_Space)
    assert not timer.is_running()
    assert timer.elapsed_seconds() == 605


def test_a_bar_stays_between_nothing_and_all(qtbot: QtBot) -> None:
    bar = ui.Bar(1.7, mark=-2, name="Median first reply")
    qtbot.addWidget(bar)
    assert (bar.value(), bar.maximum()) == (1000, 1000)
    assert spoken(bar) == "Median first reply"
    assert bar.grab().size() != QSize()


def test_a_question_is_asked_with_verbs(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    question = ui.Question(parent, "Seal this note?", ENDLESS, "Seal this note", keep="Not yet")
    question.open()
    words = next(part for part in question.findChildren(ui.Text) if part.text() == ENDLESS)
    assert words.height() >= words.heightForWidth(words.width())
    keep, act = question.findChildren(QAbstractButton)
    assert (keep.text(), act.text()) == ("Not yet", "Seal this note")
    with qtbot.waitSignal(question.accepted):
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)


def test_a_day_can_be_picked_from_the_calendar(qtbot: QtBot) -> None:
    field = ui.DateField("Due")
    qtbot.addWidget(field)
    field.show()
    field.set_text("2026-03-30")
    heard: list[str] = []
    field.edited.connect(heard.append)
    QTest.mouseClick(field.findChild(ui.Button), Qt.MouseButton.LeftButton)
    month = field.findChild(QCalendarWidget)
    assert month.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-03-30"
    days = month.findChild(QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert (field.text(), heard) == ("2026-03-31", ["2026-03-31"])
    assert not month.isVisible()


def test_rows_without_anything_leave_no_gap(qtbot: QtBot) -> None:
    rows = ui.Rows()
    above, below = ui.Text("above"), ui.Text("below")
    box = ui.column(above, rows, below)
    qtbot.addWidget(box)
    box.show()
    sight.settle()
    close = below.y() - above.geometry().bottom()
    rows.set_widgets([ui.Text("between")])
    sight.settle()
    assert rows.isVisible() and below.y() - above.geometry().bottom() > 2 * close
    rows.set_widgets([])
    sight.settle()
    assert below.y() - above.geometry().bottom() == close


def test_a_text_with_other_words_or_in_another_size_has_another_height(qtbot: QtBot) -> None:
    text = ui.Text("A few words")
    qtbot.addWidget(text)
    short = text.heightForWidth(120)
    text.setText("A few words " * 10)
    longer = text.heightForWidth(120)
    text.set_role("h1")
    assert short < longer < text.heightForWidth(120)
