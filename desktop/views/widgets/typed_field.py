"""Fields for a day and for a number: kept as typed, with a sentence when they cannot be read."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QPoint, Qt

from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.models.typed import day_of, number_of
from desktop.views.widgets.button import icon_button
from desktop.views.widgets.calendar_popup import Calendar
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text import Text

WIDEST_UNIT = 110  # pixels: the number itself needs the room


class DateField(LineField):
    """A day, written like 2026-03-31 or 31.3.2026, or picked from a calendar."""

    def __init__(self, label: str, hint: str = "", placeholder: str = "") -> None:
        super().__init__(label, hint, placeholder or _("2026-03-31"))
        self._popup: Calendar | None = None
        self._button = icon_button("calendar", _("Choose a day"))
        self._button.clicked.connect(self._open_calendar)
        self.add_beside(self._button)

    def fault(self) -> str:
        """Return what is wrong with the typed day, "" for nothing."""
        return _fault(day_of, self.text())

    def value(self) -> date | None:
        """Return the day, None while nothing or no day is typed."""
        try:
            return day_of(self.text()) if self.text().strip() else None
        except Problem:
            return None

    def _committed(self) -> None:
        self.set_error(self.fault())
        super()._committed()

    def _open_calendar(self) -> None:
        if self._popup is None:
            self._popup = Calendar(self)
            self._popup.calendar.clicked.connect(self._pick)
            self._popup.calendar.activated.connect(self._pick)
        corner = QPoint(self._button.width(), self._button.height())
        self._popup.open_at(self.value(), self._button.mapToGlobal(corner))

    def _pick(self, day: QDate) -> None:
        if self._popup is None or not self._popup.isVisible():
            return  # a click also counts as activation on some systems
        self._popup.close()
        self.set_text(day.toString(Qt.DateFormat.ISODate))
        self._edited(self.text())
        self._committed()
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)


class NumberField(LineField):
    """A number with point or comma, with its unit beside it."""

    def __init__(self, label: str, hint: str = "", unit: str = "", placeholder: str = "") -> None:
        super().__init__(label, hint, placeholder)
        self._unit = Text(unit, "muted", max_lines=2)
        self._unit.setMaximumWidth(WIDEST_UNIT)
        self.add_beside(self._unit)
        self._unit.setVisible(bool(unit))

    def set_unit(self, unit: str) -> None:
        """Change the unit ("" for none)."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))

    def value(self) -> Decimal | None:
        """Return the number, None while nothing or no number is typed."""
        try:
            return number_of(self.text()) if self.text().strip() else None
        except Problem:
            return None

    def _committed(self) -> None:
        self.set_error(_fault(number_of, self.text()))
        super()._committed()


def _fault(read: Callable[[str], object], text: str) -> str:
    """Return what is wrong with a typed text, "" if it is empty or can be read."""
    try:
        if text.strip():
            read(text)
    except Problem as problem:
        return say(problem)
    return ""
