"""The one form of the OKRs screen that is open: its fields, and its two buttons."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.okr.key_result_screens import CheckInScreen
from desktop.presenters.okr.okrs_screen import (
    CycleFormScreen,
    KeyResultFormScreen,
    ObjectiveFormScreen,
    OpenForm,
    PayFormScreen,
    SharingScreen,
)
from desktop.views.okr.okr_forms import CheckInFields
from desktop.views.okr.okr_plan_forms import CycleFields, KeyResultFields, ObjectiveFields
from desktop.views.okr.pay_fields import PayFields
from desktop.views.okr.sharing_view import SharingView
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import Card, primary, quiet, row

_FIELDS: Mapping[type, Callable[[], TypedForm]] = {
    CycleFormScreen: CycleFields,
    ObjectiveFormScreen: ObjectiveFields,
    KeyResultFormScreen: KeyResultFields,
    CheckInScreen: CheckInFields,
    SharingScreen: SharingView,
    PayFormScreen: PayFields,
}


class OpenFormView(QWidget):
    """Shows an open form.

    Signals:
        edited(str, str): name and newest text of a field.
        saved(): its verb was pressed.
        closed(): the person takes it back.
        stopped(str): stop sharing the key result of this uid.
        sponsors_wanted(): the way to where the sponsors are entered.
    """

    edited = Signal(str, str)
    saved = Signal()
    closed = Signal()
    stopped = Signal(str)
    sponsors_wanted = Signal()

    def __init__(self, shown: OpenForm) -> None:
        super().__init__()
        self.key = shown.key
        self._place = shown.place
        self._fields = _FIELDS[type(shown.screen)]()
        self._save = primary(shown.save_label)
        self._close = quiet(shown.close_label)
        self._build()
        self._connect()
        self.show_form(shown)

    def show_form(self, shown: OpenForm) -> None:
        """Show what is typed now, and what is wrong with it."""
        self._fields.show_form(shown.screen)
        self._save.setText(shown.save_label)
        self._save.setVisible(bool(shown.save_label))
        self._close.setText(shown.close_label)

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is wrong, else the first one, else on the first button."""
        if not self._fields.focus_first():
            (self._close if self._save.isHidden() else self._save).setFocus()

    def _build(self) -> None:
        self.setObjectName("open-form")
        self._save.setObjectName("form-save")
        self._close.setObjectName("form-close")
        card = Card()
        card.add(self._fields)
        card.add(row(self._save, self._close, None))
        fill(self, card)

    def _connect(self) -> None:
        self._fields.edited.connect(self.edited)
        self._save.clicked.connect(self._save_clicked)
        self._close.clicked.connect(self._close_clicked)
        if isinstance(self._fields, SharingView):
            self._fields.stopped.connect(self._stop_clicked)
        if isinstance(self._fields, CycleFields | ObjectiveFields):
            self._fields.sponsors_wanted.connect(self.sponsors_wanted)

    # slots

    def _save_clicked(self) -> None:
        self.saved.emit()

    def _close_clicked(self) -> None:
        self.closed.emit()

    def _stop_clicked(self) -> None:
        self.stopped.emit(self._place)
