"""Signing by hand: mouse, pen and finger, each line once."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import theme
from desktop.views.widgets import SignaturePad

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pad(qtbot: QtBot, qapp: QApplication) -> SignaturePad:
    theme.apply(qapp, theme.theme_named("light"))
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()
    return made


def drag(pad: SignaturePad, *places: tuple[int, int]) -> None:
    first, *rest = (QPoint(*place) for place in places)
    QTest.mousePress(pad, LEFT, NO_KEY, first)
    for place in rest:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, LEFT, NO_KEY, (rest or [first])[-1])


def pen(pad: SignaturePad, kind: QEvent.Type, x: float, y: float) -> None:
    device = QPointingDevice.primaryPointingDevice()
    where, down = QPointF(x, y), Qt.MouseButton.NoButton if kind is QEvent.Type.TabletRelease else LEFT
    event = QTabletEvent(kind, device, where, where, 0.5, 0, 0, 0, 0, 0, NO_KEY, LEFT, down)
    QApplication.sendEvent(pad, event)
    assert event.isAccepted()  # else Qt makes a mouse of it


def ghost(pad: SignaturePad, kind: QEvent.Type, x: float, y: float) -> None:
    """Send the mouse that the system makes of a finger or a pen."""
    source = Qt.MouseEventSource.MouseEventSynthesizedBySystem
    where = QPointF(x, y)
    QApplication.sendEvent(pad, QMouseEvent(kind, where, where, where, LEFT, LEFT, NO_KEY, source))


def is_inked(pad: SignaturePad, x: int, y: int) -> bool:
    return QColor(pad.grab().toImage().pixel(x, y)).lightness() < 128


def test_a_drag_is_a_stroke_in_parts_of_the_space(pad: SignaturePad) -> None:
    drag(pad, (40, 20), (200, 50), (360, 80))
    assert pad.strokes() == (((0.1, 0.2), (0.5, 0.5), (0.9, 0.8)),)


def test_a_click_is_a_dot_that_is_seen(pad: SignaturePad) -> None:
    drag(pad, (200, 20))
    assert pad.strokes() == (((0.5, 0.2),),)
    assert is_inked(pad, 200, 20)
    assert not is_inked(pad, 200, 40)


def test_every_stroke_is_told_once_it_is_finished(qtbot: QtBot, pad: SignaturePad) -> None:
    with qtbot.waitSignals([pad.changed, pad.changed]):
        drag(pad, (40, 20), (80, 20))
        drag(pad, (40, 60), (80, 60))
    assert len(pad.strokes()) == 2


def test_lines_end_at_the_edge_and_do_not_run_along_it(pad: SignaturePad) -> None:
    drag(pad, (200, 50), (200, -30), (240, -60), (280, -10), (300, 50))
    assert pad.strokes() == (((0.5, 0.5), (0.5, 0.0), (0.75, 0.5)),)


def test_the_last_stroke_can_be_taken_back_then_all(qtbot: QtBot, pad: SignaturePad) -> None:
    for y in (20, 40, 60):
        drag(pad, (40, y), (80, y))
    with qtbot.waitSignal(pad.changed):
        pad.undo()
    assert [stroke[0][1] for stroke in pad.strokes()] == [0.2, 0.4]
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert len(pad.strokes()) == 1
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes() == ()
    pad.undo()
    assert pad.strokes() == ()


def test_strokes_stay_where_they_are_in_another_size(pad: SignaturePad) -> None:
    drag(pad, (200, 20))
    before = pad.strokes()
    pad.resize(560, 140)
    assert pad.strokes() == before
    assert is_inked(pad, 280, 28)


def test_what_is_put_there_is_no_change(qtbot: QtBot, pad: SignaturePad) -> None:
    with qtbot.assertNotEmitted(pad.changed):
        pad.put((((0.1, 0.1), (0.2, 0.2)),))
    assert len(pad.strokes()) == 1


def test_a_pen_draws_and_its_shadow_mouse_does_not(pad: SignaturePad) -> None:
    pen(pad, QEvent.Type.TabletPress, 40, 20)
    ghost(pad, QEvent.Type.MouseButtonPress, 40, 20)
    pen(pad, QEvent.Type.TabletMove, 200, 50)
    ghost(pad, QEvent.Type.MouseMove, 200, 50)
    pen(pad, QEvent.Type.TabletRelease, 200, 50)
    ghost(pad, QEvent.Type.MouseButtonRelease, 200, 50)
    ghost(pad, QEvent.Type.MouseButtonPress, 40, 20)  # some systems send the mouse only afterwards
    ghost(pad, QEvent.Type.MouseButtonRelease, 200, 50)
    assert pad.strokes() == (((0.1, 0.2), (0.5, 0.5)),)


def test_a_finger_draws_once(pad: SignaturePad) -> None:
    glass = QTest.createTouchDevice()
    QTest.touchEvent(pad, glass).press(0, QPoint(40, 20), pad).commit()
    ghost(pad, QEvent.Type.MouseButtonPress, 40, 20)
    QTest.touchEvent(pad, glass).move(0, QPoint(200, 50), pad).commit()
    QTest.touchEvent(pad, glass).release(0, QPoint(200, 50), pad).commit()
    ghost(pad, QEvent.Type.MouseButtonRelease, 200, 50)
    ghost(pad, QEvent.Type.MouseButtonPress, 40, 20)  # some systems send the mouse only afterwards
    ghost(pad, QEvent.Type.MouseButtonRelease, 200, 50)
    assert pad.strokes() == (((0.1, 0.2), (0.5, 0.5)),)


def test_a_second_finger_and_a_resting_hand_draw_nothing(pad: SignaturePad) -> None:
    glass = QTest.createTouchDevice()
    QTest.touchEvent(pad, glass).press(0, QPoint(40, 20), pad).press(1, QPoint(300, 90), pad).commit()
    QTest.touchEvent(pad, glass).release(0, QPoint(40, 20), pad).release(1, QPoint(300, 90), pad).commit()
    assert pad.strokes() == (((0.1, 0.2),),)
    QTest.touchEvent(pad, glass).press(2, QPoint(300, 90), pad).commit()
    pen(pad, QEvent.Type.TabletPress, 200, 50)
    QTest.touchEvent(pad, glass).move(2, QPoint(320, 90), pad).commit()
    pen(pad, QEvent.Type.TabletRelease, 200, 50)
    QTest.touchEvent(pad, glass).release(2, QPoint(320, 90), pad).commit()
    assert pad.strokes() == (((0.1, 0.2),), ((0.5, 0.5),))


def test_another_button_and_a_closed_pad_draw_nothing(pad: SignaturePad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, NO_KEY, QPoint(40, 20))
    pad.set_read_only(True)
    drag(pad, (40, 20), (80, 20))
    assert pad.strokes() == ()


def test_it_says_what_it_is_and_shows_where_the_keyboard_is(qtbot: QtBot, pad: SignaturePad) -> None:
    told = QAccessible.queryAccessibleInterface(pad)
    assert told.text(QAccessible.Text.Name) == "Space to sign in"
    assert "type your name instead" in told.text(QAccessible.Text.Description)
    pad.clearFocus()
    before = pad.grab().toImage()
    pad.setFocus()
    qtbot.waitUntil(pad.hasFocus)
    assert pad.grab().toImage() != before
