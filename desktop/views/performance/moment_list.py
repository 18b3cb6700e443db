"""What was written down about a person: how it is spread, and the newest moments."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.performance.moments import MomentRow, Moments
from desktop.views.talk.spread_view import SpreadView
from desktop.views.widgets import ListRow, Rows, Section, quiet, row, secondary, tip


class MomentList(Section):
    """Shows `Moments`.

    Signals:
        wanted(str): to correct the moment of this uid, "" for a new one.
        more_wanted(): to see further ones.
    """

    wanted = Signal(str)
    more_wanted = Signal()

    def __init__(self) -> None:
        self._new = secondary(_("Write down a moment"), icon="plus")
        self._new.setObjectName("moment-new")
        tip(self._new, _("Ctrl+E, from every screen"))
        super().__init__(_("Moments"), action=self._new)
        self._spread = SpreadView()
        self._rows = Rows(4)
        self._more = quiet("", icon="chevron-down")
        self._more.setObjectName("moment-more")
        self._foot = row(self._more, None)
        for widget in (self._spread, self._rows, self._foot):
            self.add(widget)
        self._new.clicked.connect(self._new_clicked)
        self._more.clicked.connect(self.more_wanted)

    def show_moments(self, moments: Moments) -> None:
        """Show what was written down."""
        self.set_hint(moments.count)
        self._spread.show_spread(moments.spread)
        self._rows.set_widgets([self._row(each) for each in moments.rows])
        self._more.setText(moments.more)
        self._foot.setVisible(bool(moments.more))

    def _row(self, shown: MomentRow) -> QWidget:
        line = ListRow(shown.uid, shown.words, shown.detail, icon="pen-line", kind="performance")
        line.setObjectName(f"moment-{shown.uid}")
        line.chosen.connect(self.wanted)
        return line

    # slots

    def _new_clicked(self) -> None:
        self.wanted.emit("")
