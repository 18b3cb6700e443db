"""People or notes to tick, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.presenters.ticked import Ticked
from desktop.views.widgets import Rows, Tick, kind_chip, row


class TickList(QWidget):
    """A tick for each line; those that stay keep their widget, so the keyboard stays where it is.

    Signals:
        ticked(str, bool): the person ticked a line, or took the tick away.
    """

    ticked = Signal(str, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._ticks: dict[str, Tick] = {}
        self._labels: tuple[str, ...] = ()
        self._rows = Rows(2)
        self._rows.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)

    def show_ticks(self, lines: Sequence[Ticked]) -> None:
        """Show these lines, ticked as they say."""
        labels = tuple(f"{each.key} {each.label}" for each in lines)
        if labels != self._labels:
            self._labels = labels
            self._ticks = {each.key: self._tick(each) for each in lines}
            self._rows.set_widgets([_line(each, self._ticks[each.key]) for each in lines])
        for each in lines:
            self._ticks[each.key].setChecked(each.ticked)

    def _tick(self, line: Ticked) -> Tick:
        tick = Tick(line.label)
        tick.setObjectName(f"{self._name}-{line.key}")
        tick.setProperty("key", line.key)
        tick.ticked.connect(self._changed)
        return tick

    # slots

    def _changed(self, checked: bool) -> None:
        self.ticked.emit(self.sender().property("key"), checked)


def _line(line: Ticked, tick: Tick) -> QWidget:
    return row(tick, None, kind_chip(line.kind)) if line.kind else row(tick, None)
