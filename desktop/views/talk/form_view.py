"""What a kind adds to a step of a conversation, as a widget."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.widgets import Editor

Editors = Mapping[tuple[str, str], Editor]
"""Editors by the uid of what they are about ("": what the step itself is about) and the voice."""


class FormView(QWidget):
    """A form within a conversation. It shows what its side's `form` returned and reports typing and buttons.

    Signals:
        edited(str, str): voice name and newest text of a field of this step.
        edited_about(str, str, str): the same for a field about one thing: its uid, voice name, text.
        acted(str, str): a button: its name and the uid it is about ("" for none).
        go(Destination): the person wants to be elsewhere.
    """

    edited = Signal(str, str)
    edited_about = Signal(str, str, str)
    acted = Signal(str, str)
    go = Signal(object)

    def show_form(self, form: Any) -> None:
        """Show a form's frozen screen."""
        raise NotImplementedError

    def editors(self) -> Editors:
        """Return the editors of the manager's own words."""
        return {}

    def focus_first(self) -> bool:
        """Put the keyboard into the form's first field and return True; False if it does not begin with one."""
        return False
