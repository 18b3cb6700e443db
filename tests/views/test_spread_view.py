"""The coverage meter on the screen: drawn, in words, and told to a screen reader."""

from pytestqt.qtbot import QtBot

from desktop.presenters.talk.context import ContextPanel, Spread, SpreadBar
from desktop.views.talk.context_panel import ContextPanelView
from desktop.views.talk.spread_chart import SIDE, SpreadChart
from desktop.views.talk.spread_view import SpreadView
from desktop.views.widgets import Text

BARS = (SpreadBar("Oct", 3, 0, 0, True), SpreadBar("Nov", 0, 0, 0, True), SpreadBar("Dec", 0, 2, 1, True))
SPREAD = Spread("Written down", "6 observations", BARS, "October: 3 positive", ("Nothing from <b>November</b>.",))


def drawn(bars: tuple[SpreadBar, ...], qtbot: QtBot) -> tuple[bool, bool]:
    """Tell whether a chart of one month shows something above the line, and below it."""
    chart = SpreadChart()
    qtbot.addWidget(chart)
    chart.resize(60, chart.sizeHint().height())
    chart.show_bars(bars, "")
    image = chart.grab().toImage()
    ground = image.pixelColor(1, 1)
    return image.pixelColor(30, SIDE - 3) != ground, image.pixelColor(30, SIDE + 6) != ground


def test_what_was_positive_stands_above_the_line_and_the_other_below(qtbot: QtBot) -> None:
    assert drawn((SpreadBar("Oct", 1, 0, 0, True),), qtbot) == (True, False)
    assert drawn((SpreadBar("Oct", 0, 1, 0, True),), qtbot) == (False, True)
    assert drawn((SpreadBar("Oct", 0, 0, 0, False),), qtbot) == (False, False)
    assert drawn((SpreadBar("Oct", 5_000, 5_000, 0, True),), qtbot) == (True, True)
    assert drawn((), qtbot) == (False, False)


def test_everything_drawn_is_said(qtbot: QtBot) -> None:
    view = SpreadView()
    qtbot.addWidget(view)
    view.show_spread(SPREAD)
    assert view.findChild(SpreadChart).accessibleName() == "October: 3 positive"
    said = [each.text() for each in view.findChildren(Text) if not each.isHidden()]
    assert "6 observations" in said and "Nothing from <b>November</b>." in said
    assert any("Dotted: nothing." in each and "Outlined: not said." in each for each in said)


def test_a_panel_without_a_spread_shows_none(qtbot: QtBot) -> None:
    view = ContextPanelView()
    qtbot.addWidget(view)
    view.show_panel(ContextPanel("What happened", "", (), "", SPREAD))
    assert not view.findChild(SpreadView).isHidden()
    view.show_panel(ContextPanel("Where we stand", "", (), ""))
    assert view.findChild(SpreadView).isHidden()
