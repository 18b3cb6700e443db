"""The key of a person: the words to compare, whether they were compared, and the keys before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.keys.person_key import PastKey, PersonKeyPresenter, PersonKeyScreen
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Banner, Card, Chip, Page, Rows, Section, Text, column, primary, quiet, row


class PersonKeyView(ScreenView):
    """Shows a `PersonKeyScreen`."""

    def __init__(self, presenter: PersonKeyPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._build()
        self._compare.clicked.connect(self._compared)
        self._back.clicked.connect(self._go_back)

    def arrive(self, destination: Destination) -> None:
        """Show the keys of a person."""
        self.show_screen(self._presenter.open(destination.uid))
        self._page.scroll_to_top()

    def show_screen(self, screen: PersonKeyScreen) -> None:
        """Show what the person signs with."""
        self.shown = screen
        self._page.set_title(screen.title)
        self._page.show_notice(screen.notice)
        self._back.setText(screen.back)
        self._alarm.set_widgets([Banner("bad", screen.changed, dismissable=False)] if screen.changed else [])
        self._alarm.setVisible(bool(screen.changed))
        self._nothing.setText(screen.nothing)
        self._nothing.setVisible(screen.card is None)
        self._box.setVisible(screen.card is not None)
        if screen.card:
            self._card.show_card(screen.card)
        self._state.set_chip(*_chip(screen))
        self._how.setText(screen.how)
        self._to_compare.setVisible(not screen.compared)
        self._history.set_widgets([_past(each) for each in screen.history])
        self._past.setVisible(bool(screen.history))

    def _build(self) -> None:
        self._page = Page(icon="key-round")
        self._back = quiet("", icon="arrow-left")
        self._back.setObjectName("back-to-person")
        self._page.add_action(self._back)
        self._alarm = Rows()
        self._nothing = Text("", "muted")
        self._history = Rows(12)
        self._past = Section(_("Earlier keys"))
        self._past.add(self._history)
        for part in (self._alarm, self._nothing, self._current(), self._past):
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _current(self) -> Card:
        self._state = Chip("")
        self._state.setObjectName("key-state")
        self._card = KeyCardView()
        self._how = Text("", "muted")
        self._compare = primary(_("We compared the words: they agree"), icon="shield-check")
        self._compare.setObjectName("compare-key")
        self._to_compare = column(self._how, row(self._compare, None))
        self._box = Card()
        for part in (row(self._state, None), self._card, self._to_compare):
            self._box.add(part)
        return self._box

    # slots

    def _compared(self) -> None:
        self.show_screen(self._presenter.compare())

    def _go_back(self) -> None:
        self.go.emit(Destination(Place.PERSON, self.shown.uid))


def _chip(screen: PersonKeyScreen) -> tuple[str, str, str]:
    if screen.compared:
        return screen.state, "shield-check", "good"
    return screen.state, "shield-alert", "bad" if screen.changed else "warn"


def _past(shown: PastKey) -> QWidget:
    chip = Chip(_("Compared"), "shield-check", "good") if shown.compared else Chip(_("Never compared"))
    return column(row(Text(f"{shown.name} · {shown.detail}"), chip, None), Text(shown.fingerprint, "caption"))
