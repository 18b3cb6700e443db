"""Where widgets stand: beside each other, below each other, in a card, in a section."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.text import Text

Item = QWidget | int | None
AnyBox = TypeVar("AnyBox", bound=QBoxLayout)


def bare(layout: AnyBox, spacing: int) -> AnyBox:
    """Return `layout` without margins and with this distance between its items."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def row(*items: Item) -> QWidget:
    """Return the items beside each other: a widget, a gap in pixels, or None for what is left over."""
    return _boxed(QHBoxLayout(), items)


def column(*items: Item) -> QWidget:
    """Return the items below each other."""
    return _boxed(QVBoxLayout(), items)


class Rows(QWidget):
    """Widgets below each other that are replaced as a whole when a screen changes.

    While there is none, the place is hidden: it would leave a gap between what stands above and below.
    """

    def __init__(self, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gave_way = False
        self._layout = bare(QVBoxLayout(self), spacing)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self._layout.addWidget(widget)
        self._give_way()

    def set_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Show these widgets; those shown before are deleted, and the keyboard stays at the place where it was."""
        held = self._held()
        empty(self._layout)
        for widget in widgets:
            self._layout.addWidget(widget)
        self._give_way()
        if held is not None:
            self._give_back(*held)

    def event(self, event: QEvent) -> bool:
        """Hide from the start where nothing was put in yet."""
        if event.type() is QEvent.Type.ParentChange:
            self._give_way()
        return super().event(event)

    def count(self) -> int:
        """Return how many widgets are shown."""
        return self._layout.count()

    def _give_way(self) -> None:
        """Hide while empty; who hid it for another reason shows it again."""
        if self.count() and self._gave_way:
            self._gave_way = False
            self.show()
        elif not self.count() and self.parentWidget() and not self.isHidden():
            self._gave_way = True
            self.hide()

    def _held(self) -> tuple[int, str] | None:
        """Return which widget has the keyboard, and what in it by name; None if it is elsewhere."""
        held = self.window().focusWidget()
        if held is None or not held.isVisible() or not self.isAncestorOf(held):
            return None
        places = (self._at(index) for index in range(self.count()))
        at = next((index for index, place in enumerate(places) if place is held or place.isAncestorOf(held)), 0)
        held.clearFocus()
        return at, held.objectName()

    def _give_back(self, at: int, name: str) -> None:
        place: QWidget = self._at(min(at, self.count() - 1)) if self.count() else self
        parts = [part for part in (place, *place.findChildren(QWidget)) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        named = [part for part in parts if name and part.objectName() == name]
        for part in (*named, *parts)[:1]:
            place.show()
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self, index: int) -> QWidget:
        item = self._layout.itemAt(index)
        return (item.widget() if item else None) or self


class Columns(QWidget):
    """Widgets beside each other while each can be `min_width` wide, else below each other."""

    def __init__(self, *widgets: QWidget, min_width: int = 280) -> None:
        super().__init__()
        self._min_width = min_width
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        bare(self._layout, theme.current().space.l)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # beside may become below
        self.set_widgets(widgets)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets; those shown before are deleted."""
        empty(self._layout)
        for widget in widgets:
            self._layout.addWidget(widget, 1)
        self._turn()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the stacked widgets, so that a narrow window can still be made narrower."""
        widest = max((self._minimum(index).width() for index in range(self._layout.count())), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Turn from beside to below and back."""
        super().resizeEvent(event)
        self._turn()

    def _minimum(self, index: int) -> QSize:
        item = self._layout.itemAt(index)
        return item.minimumSize() if item else QSize()

    def _turn(self) -> None:
        between = theme.current().space.l
        needed = self._layout.count() * (self._min_width + between) - between
        wide = self.width() >= needed
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(theme.current().space.l if wide else theme.current().space.m)


class Card(QFrame):
    """A surface with a thin line and round corners."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        space = theme.current().space
        self._layout = bare(QVBoxLayout(self), space.s)
        self._layout.setContentsMargins(space.l, space.m, space.l, space.m)
        self._layout.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self._layout.insertWidget(self._layout.count() - 1, widget)


class Section(QWidget):
    """A heading with what belongs to it below; a hint or one action stands at the heading's right."""

    def __init__(self, title: str, hint: str = "", action: QWidget | None = None) -> None:
        super().__init__()
        self._title = Text(title, "h2")
        self._hint = Text("", "caption")
        head = bare(QHBoxLayout(), theme.current().space.m)
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        if action:
            head.addWidget(action)
        self._layout = bare(QVBoxLayout(self), theme.current().space.s)
        self._layout.addLayout(head)
        self._layout.addSpacing(theme.current().space.xs)
        self.set_hint(hint)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self._layout.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)

    def set_hint(self, hint: str) -> None:
        """Change the words at the heading's right ("" for none)."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


class Facts(QWidget):
    """Lines of a label and a value."""

    def __init__(self, pairs: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._rows = Rows(6)
        bare(QVBoxLayout(self), 0).addWidget(self._rows)
        self.set_pairs(pairs)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these labels and values."""
        self._rows.set_widgets([_fact(label, value) for label, value in pairs])


def empty(layout: QLayout) -> None:
    """Remove every item of a layout and delete its widgets."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def _fact(label: str, value: str) -> QWidget:
    line = QWidget()
    layout = bare(QHBoxLayout(line), 12)
    name = Text(label, "muted")
    name.setFixedWidth(132)
    name.setAlignment(Qt.AlignmentFlag.AlignTop)
    layout.addWidget(name)
    layout.addWidget(Text(value), 1)
    return line


def _boxed(layout: QBoxLayout, items: Sequence[Item]) -> QWidget:
    box = QWidget()
    box.setLayout(bare(layout, theme.current().space.s))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addWidget(item)
    return box
