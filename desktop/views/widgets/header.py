"""The head of a page: whose or what it is, one line about it, and what one can do with it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.icons import KIND_ICONS
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.text import Text, clamped
from desktop.views.widgets.wrap import Wrap

_LINES = 2
_BETWEEN = 10
_CLOSE = 2


class Header(QWidget):
    """Title, subtitle and actions. The actions stand beside the title, or below it where they would crowd it."""

    def __init__(self, title: str, kind: str) -> None:
        super().__init__()
        self._icon = Icon("", theme.accent_role(kind), 24)
        self._avatar = Avatar("")
        self._title = Text(title, "h1", max_lines=_LINES)
        self._subtitle = Text("", "muted", max_lines=_LINES)
        self._actions = QWidget()
        self._wrap = Wrap(self._actions, theme.current().space.s)
        self._build()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self._settle()

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the title ("" for none)."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_icon(self, kind: str, icon: str) -> None:
        """Show an icon before the title; "" is the kind's own."""
        self._icon.set_icon(icon or KIND_ICONS.get(kind, ""), theme.accent_role(kind))

    def set_avatar(self, name: str) -> None:
        """Show the initials of a person instead of the icon."""
        self._icon.hide()
        self._avatar.set_name(name)
        self._avatar.show()

    def add_action(self, widget: QWidget) -> None:
        """Add a widget to what one can do."""
        self._wrap.addWidget(widget)
        self._actions.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the actions where they fit."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Put the actions where they fit when one of them comes, goes or gets other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _build(self) -> None:
        self._avatar.hide()
        self._subtitle.hide()
        self._actions.hide()
        self._line = bare(QBoxLayout(QBoxLayout.Direction.LeftToRight), _BETWEEN)
        self._line.addWidget(self._icon)
        self._line.addWidget(self._avatar)
        self._line.addWidget(self._title, 1)
        self._line.addWidget(self._actions)
        self._column = bare(QVBoxLayout(self), _CLOSE)
        self._column.addLayout(self._line)
        self._column.addWidget(self._subtitle)

    def _settle(self) -> None:
        beside = not self._is_crowded()
        if beside != (self._column.indexOf(self._actions) < 0):
            self._move(beside)
        # a row that may wrap would be made narrower by a long title; beside it, it keeps its whole width
        self._actions.setMinimumWidth(self._wrap.sizeHint().width() if beside else 0)

    def _move(self, beside: bool) -> None:
        """Put the actions beside the title or below; moving does not take the keyboard from one of them."""
        if beside:
            self._column.removeWidget(self._actions)
            self._line.addWidget(self._actions)
            self._column.setSpacing(_CLOSE)
        else:
            self._line.removeWidget(self._actions)
            self._column.addWidget(self._actions)
            self._column.setSpacing(theme.current().space.xs)

    def _is_crowded(self) -> bool:
        """Return whether the title beside the actions is cut, or broken while they take more than half."""
        title, taken = self._title.text(), self._wrap.sizeHint().width()
        mark = self._icon if self._avatar.isHidden() else self._avatar
        whole = self.width() - mark.sizeHint().width() - _BETWEEN
        room = whole - taken - _BETWEEN
        if self._actions.isHidden() or self._title.fontMetrics().horizontalAdvance(title) <= room:
            return False
        cut = clamped(title, self._title.font(), max(room, 1), _LINES) != title
        return room < whole / 2 or (cut and room < whole - taken / 2)
