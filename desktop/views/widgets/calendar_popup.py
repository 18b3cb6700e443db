"""A month that opens below a field, to pick a day from."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.icons import icon
from desktop.views.widgets.boxes import bare


class Calendar(QFrame):
    """A month to pick a day from; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._turn_pages()
        layout = bare(QVBoxLayout(self), 0)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.calendar)

    def open_at(self, day: date | None, corner: QPoint) -> None:
        """Open below a button, at `day` or today; `corner` is the button's lower right one."""
        self._quieten_weekends()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.adjustSize()
        self.move(corner - QPoint(self.width(), -4))
        self.show()
        self.calendar.setFocus()

    def _turn_pages(self) -> None:
        """Give the two arrows our icons and names."""
        pages = {
            "qt_calendar_prevmonth": ("chevron-left", _("Month before")),
            "qt_calendar_nextmonth": ("chevron-right", _("Month after")),
        }
        for button in self.calendar.findChildren(QToolButton):
            if button.objectName() in pages:
                drawing, name = pages[button.objectName()]
                button.setIcon(icon(drawing))
                button.setAccessibleName(name)

    def _quieten_weekends(self) -> None:
        """Write the days of the weekend like the others: red would say that something is wrong."""
        plain = QTextCharFormat()
        plain.setForeground(theme.current().color("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
