"""What crosses to the performance side, shown before it does and while it does."""

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.okr.okrs_screen import SharingScreen
from desktop.views import theme
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import Button, Facts, Rows, Text, column, row, secondary


class SharingView(TypedForm):
    """Exactly what would be seen, what is held back and why, and what never crosses.

    Signals:
        stopped(): the person wants to stop sharing.
    """

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._stop.clicked.connect(self.stopped)

    def show_form(self, screen: SharingScreen) -> None:
        """Show what crosses now."""
        self._head.setText(
            _("Shared with performance conversations") if screen.shared else _("Share with performance conversations")
        )
        self._lead.setText(
            _("This is what they see, kept current:") if screen.shared else _("Exactly this would be seen there:")
        )
        self._crosses.set_pairs(screen.crosses)
        held = [column(Text(place, role="strong"), Text(why)) for place, why in screen.held]
        self._held.set_widgets([Text(_("Held back until it is reworded"), role="strong"), *held] if held else [])
        self._held.setVisible(bool(held))
        self._never.setText(screen.never)
        self._stop.setVisible(screen.shared)

    def _build(self) -> None:
        self._head = Text(role="h2")
        self._lead = Text(role="caption")
        self._crosses = Facts()
        self._crosses.setObjectName("crosses")
        self._held = Rows()
        self._held.setObjectName("held")
        self._never = Text(role="caption")
        self._stop: Button = secondary(_("Stop sharing"), icon="eye-off")
        self._stop.setObjectName("stop-sharing")
        lines = Rows(theme.current().space.m)
        for part in (self._head, self._lead, self._crosses, self._held, self._never, row(self._stop, None)):
            lines.add(part)
        fill(self, lines)
