"""Pages on the screen: drawn when they come into sight, forgotten when they are far."""

from collections.abc import Callable
from threading import Event, Lock

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.problems import Problem
from desktop.presenters.pages import PageImage, Pages
from desktop.views import theme
from desktop.views.notes import paper_view
from desktop.views.notes.paper_view import PaperView

A4 = (595.0, 842.0)


class Drawer:
    """Draws grey pages and remembers which; a page called broken cannot be drawn."""

    def __init__(self, broken: int = -1) -> None:
        self.drawn: list[int] = []
        self._broken = broken
        self._lock = Lock()

    def __call__(self, number: int, width: int) -> PageImage:
        with self._lock:
            self.drawn.append(number)
        if number == self._broken:
            raise Problem("This page cannot be drawn.")
        height = round(width * 842 / 595)
        return PageImage(width, height, bytes([number, 50, 50, 255]) * width * height)


class Desk(QScrollArea):
    """A window of 600 by 700 on the pages."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = PaperView()
        self.setWidget(self.paper)
        self.setWidgetResizable(True)
        self.resize(600, 700)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    theme.apply(qapp, theme.theme_named("light"))
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    return made


def shows(desk: Desk) -> Callable[[], bool]:
    """Return a condition: what can be seen is drawn, and so are its neighbours."""
    return lambda: desk.paper.is_drawn() and desk.paper._wanted() is None and desk.paper._work is None


def colour(desk: Desk, page: int) -> int:
    """Return the red in the middle of a page that can be seen, which is its number."""
    sheet = desk.findChild(QWidget, f"page-{page + 1}")
    return sheet.grab().toImage().pixelColor(sheet.width() // 2, sheet.height() // 2).red()


def test_only_what_is_in_sight_and_beside_it_is_drawn(qtbot: QtBot, desk: Desk) -> None:
    drawer = Drawer()
    desk.paper.show_pages(Pages((A4,) * 112, drawer))
    qtbot.waitUntil(shows(desk))
    assert sorted(drawer.drawn) == [0, 1]
    desk.verticalScrollBar().setValue(desk.verticalScrollBar().maximum())
    qtbot.waitUntil(shows(desk))
    assert sorted(drawer.drawn) == [0, 1, 110, 111]
    assert (colour(desk, 111), colour(desk, 0)) == (111, 0)


def test_the_scroll_bar_is_right_before_anything_is_drawn(qtbot: QtBot, desk: Desk) -> None:
    held = Event()

    def slow(number: int, width: int) -> PageImage:
        held.wait(5)
        return PageImage(1, 1, bytes(4))

    desk.paper.show_pages(Pages((A4, (842.0, 595.0), *(A4,) * 110), slow))

    def height() -> int:
        width = desk.paper.width()
        return 111 * round(width * 842 / 595) + round(width * 595 / 842) + 111 * 16

    qtbot.waitUntil(lambda: desk.paper.height() == height())
    assert desk.paper.weight() == 0
    held.set()


def test_pictures_do_not_fill_the_memory(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_view, "MOST_BYTES", 4_000_000)
    drawer = Drawer()
    desk.paper.show_pages(Pages((A4,) * 112, drawer))
    heaviest = 0
    for part in range(0, 41):
        desk.verticalScrollBar().setValue(desk.verticalScrollBar().maximum() * part // 40)
        qtbot.waitUntil(shows(desk))
        heaviest = max(heaviest, desk.paper.weight())
    one = max(sheet.weight() for sheet in desk.paper._sheets)
    assert len(set(drawer.drawn)) > 60
    assert one < heaviest <= 4_000_000 + 4 * one
    desk.verticalScrollBar().setValue(0)
    qtbot.waitUntil(shows(desk))
    assert drawer.drawn.count(0) == 2


def test_another_width_draws_what_is_in_sight_anew(qtbot: QtBot, desk: Desk) -> None:
    drawer = Drawer()
    desk.paper.show_pages(Pages((A4,) * 20, drawer))
    qtbot.waitUntil(shows(desk))
    desk.resize(500, 700)
    qtbot.waitUntil(lambda: drawer.drawn.count(0) > 1 and shows(desk)())
    assert max(drawer.drawn) <= 2


def test_other_pages_take_the_place_while_some_are_being_drawn(qtbot: QtBot, desk: Desk) -> None:
    desk.paper.show_pages(Pages((A4,) * 5, Drawer()))
    QApplication.processEvents()
    desk.paper.show_pages(Pages((A4,), lambda number, width: PageImage(1, 1, bytes([200, 0, 0, 255]))))
    qtbot.waitUntil(shows(desk))
    assert colour(desk, 0) == 200
    desk.paper.show_pages(None)
    assert not desk.paper.is_drawn() and desk.paper.weight() == 0


def test_a_page_that_cannot_be_drawn_is_tried_once_and_holds_nothing_up(qtbot: QtBot, desk: Desk) -> None:
    drawer = Drawer(broken=0)
    desk.paper.show_pages(Pages((A4,) * 3, drawer))
    qtbot.waitUntil(shows(desk))
    assert sorted(drawer.drawn) == [0, 1]
    assert desk.findChild(QWidget, "page-1").accessibleDescription() == "This page cannot be drawn."
