"""Buttons: one primary per screen, secondary ones, quiet ones, and one for what cannot be undone."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.views.icons import icon
from desktop.views.widgets.kinds import set_kind
from desktop.views.widgets.text import tip

_ICON_ROLES = {"primary": "on_accent", "danger": "bad", "quiet": "muted", "icon": "muted", "small": "muted"}


class Button(QPushButton):
    """A button with a verb on it.

    `role` is primary, secondary, quiet, danger, icon or small (within a line of words); `kind` is only needed
    outside a page of that kind.

    Signals:
        chosen(str): it was pressed; its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        role: str = "secondary",
        icon: str = "",
        kind: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setText(label)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(16, 16) if role == "icon" else QSize(20, 16))
        self.set_icon(icon)
        if kind:
            set_kind(self, kind)
        self.clicked.connect(self._choose)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show `text` as it is; an ampersand in it is no shortcut."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        """Show another icon before the label ("" for none)."""
        if name:
            self.setIcon(icon(name, _ICON_ROLES.get(str(self.property("role")), "text")))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the whole size: words on a button are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press with Return as with Space; Return with Ctrl means the whole screen."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self._key)


def primary(label: str, icon: str = "", kind: str = "", key: str = "") -> Button:
    """Return the button for the one thing to do next."""
    return Button(label, "primary", icon, kind, key)


def secondary(label: str, icon: str = "", kind: str = "", key: str = "") -> Button:
    """Return a button for another thing one can do."""
    return Button(label, "secondary", icon, kind, key)


def quiet(label: str, icon: str = "", kind: str = "", key: str = "") -> Button:
    """Return a button without a frame, for what is seldom needed."""
    return Button(label, "quiet", icon, kind, key)


def danger(label: str, icon: str = "", kind: str = "", key: str = "") -> Button:
    """Return a button for what cannot be undone."""
    return Button(label, "danger", icon, kind, key)


def icon_button(icon: str, name: str, key: str = "") -> Button:
    """Return a square button with only an icon; `name` is its tooltip and its accessible name."""
    button = Button("", "icon", icon, "", key)
    button.setAccessibleName(name)
    tip(button, name)
    return button
