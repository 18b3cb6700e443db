"""The value of a key result: a number with its unit, or done / not done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.okr.key_result_forms import DONE, NOT_DONE
from desktop.views.widgets import NumberField, RadioField


class ValueField(QWidget):
    """Two fields of which one is in view, with the conduct of a form's field.

    Signals:
        edited(str): the person changed the value.
    """

    edited = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._number = NumberField(label)
        self._choice = RadioField(label, ((DONE, _("Done")), (NOT_DONE, _("Not done"))))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._number)
        layout.addWidget(self._choice)
        self._number.edited.connect(self.edited)
        self._choice.chosen.connect(self.edited)
        self.set_form("", False)

    def set_form(self, unit: str, yes_no: bool) -> None:
        """Ask for a number in `unit`, or for done / not done."""
        self._number.set_unit(unit)
        self._number.setVisible(not yes_no)
        self._choice.setVisible(yes_no)
        self.setFocusProxy(self._choice if yes_no else self._number)

    def text(self) -> str:
        """Return what is typed or chosen."""
        return self._number.text() if self._choice.isHidden() else self._choice.key()

    def set_text(self, text: str) -> None:
        """Show a value."""
        self._choice.set_key(text)
        self._number.set_text(text)

    def error(self) -> str:
        """Return the sentence shown below, "" for none."""
        return self._number.error() or self._choice.error()

    def set_error(self, sentence: str) -> None:
        """Say below the value what is wrong."""
        by_number = self._choice.isHidden()
        self._number.set_error(sentence if by_number else "")
        self._choice.set_error("" if by_number else sentence)
