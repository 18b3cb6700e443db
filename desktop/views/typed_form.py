"""A form whose fields have names: it tells every change by name, and shows texts and errors by name."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.value_field import ValueField
from desktop.views.widgets import AreaField, ChoiceField, LineField, RadioField

TextField = LineField | AreaField | ValueField
PickField = ChoiceField | RadioField


class TypedForm(QWidget):
    """The base of the forms about OKRs. A field that holds the shown words already is left alone.

    Signals:
        edited(str, str): the name of a field and its newest text (or the key of the chosen option).
    """

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, TextField | PickField] = {}
        self._errors: Mapping[str, str] = {}

    def show_form(self, screen: Any) -> None:
        """Show the form's frozen screen."""
        raise NotImplementedError

    def focus_first(self) -> bool:
        """Put the cursor into the first field that is wrong, else into the first one; False if there is none."""
        shown = {name: field for name, field in self._fields.items() if field.isVisibleTo(self)}
        wrong = [field for name, field in shown.items() if name in self._errors]
        for target in (wrong or list(shown.values()))[:1]:
            target.setFocus()
        return bool(shown)

    def _name(self, name: str, field: TextField | PickField) -> None:
        """Give a field its name; it is also the name that tests and helpers find it by."""
        field.setObjectName(name)
        self._fields[name] = field
        relay = _Relay(self, name)
        signal = field.chosen if isinstance(field, PickField) else field.edited
        signal.connect(relay.changed)

    def _show_texts(self, texts: Mapping[str, str], errors: Mapping[str, str]) -> None:
        """Show texts and errors by name; a sentence that a field found by itself stays where it is."""
        for name, field in self._fields.items():
            if isinstance(field, PickField):
                field.set_key(texts[name])
            else:
                field.set_text(texts[name])
            if name in errors or name in self._errors:
                field.set_error(errors.get(name, ""))
        self._errors = errors


class _Relay(QObject):
    """Sends a field's text on under the field's name."""

    def __init__(self, form: TypedForm, name: str) -> None:
        super().__init__(form)
        self._form = form
        self._name = name

    def changed(self, text: str) -> None:
        self._form.edited.emit(self._name, text)


def fill(widget: QWidget, *parts: QWidget) -> None:
    """Put the parts below each other into a widget, without a margin."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
