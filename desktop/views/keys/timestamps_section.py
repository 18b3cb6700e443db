"""Where time stamps come from."""

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.keys.timestamps import TimestampsPresenter, TimestampsScreen
from desktop.views.widgets import Card, LineField, Section, Text, row, secondary


class TimestampsSection(Section):
    """Shows a `TimestampsScreen`.

    Signals:
        noticed(object): a Notice for the top of the screen, None to take away the one that is there.
    """

    noticed = Signal(object)

    def __init__(self, presenter: TimestampsPresenter) -> None:
        super().__init__(_("Time stamps"))
        self._presenter = presenter
        self._build()
        self._save.clicked.connect(self._save_clicked)
        self._address.committed.connect(self._save_clicked)

    def open(self) -> None:
        """Show what is set."""
        self._show(self._presenter.open())

    def _show(self, screen: TimestampsScreen) -> None:
        self.noticed.emit(screen.notice)
        self.set_hint(screen.state)
        self._address.set_text(screen.address)
        self._address.set_error(screen.error)

    def _build(self) -> None:
        words = _(
            "Without one, a signature carries the time of the signer's own clock. An authority outside your firm can "
            "confirm it: the export sends it a digest, never the note. If it cannot be reached, the note is exported "
            "without a stamp and you are told."
        )
        hint = _("Empty: no time stamps, and nothing goes over the network")
        self._address = LineField(_("Address of the authority (RFC 3161)"), hint, "https://tsa.example.org/tsr")
        self._address.setObjectName("timestamps")
        self._save = secondary(_("Save the address"), icon="check")
        self._save.setObjectName("save-timestamps")
        card = Card()
        for part in (Text(words, "muted"), self._address, row(self._save, None)):
            card.add(part)
        self.add(card)

    # slots

    def _save_clicked(self) -> None:
        self._show(self._presenter.save(self._address.text()))
