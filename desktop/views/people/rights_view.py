"""Rights and retention: what the person the notes are about can ask for."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.people.rights import RightsPresenter, RightsScreen
from desktop.views.people.access_section import AccessSection
from desktop.views.people.erasure_section import ErasureSection
from desktop.views.people.statement_section import StatementSection
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Card, LineField, Page, Rows, Section, Text, primary, quiet, row, secondary


class RightsView(ScreenView):
    """Shows a `RightsScreen`."""

    def __init__(self, presenter: RightsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._access = AccessSection(presenter)
        self._statement = StatementSection(presenter)
        self._erasure = ErasureSection(presenter)
        self._gone = False
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show the rights of a person."""
        self._set_gone(False)
        self.show_screen(self._presenter.open(destination.uid))
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Wait for no preview any more."""
        self._access.forget()
        self._erasure.drop_work()

    def show_screen(self, screen: RightsScreen) -> None:
        """Show hold and erasure."""
        self.shown = screen
        self._page.set_title(screen.title)
        self._page.show_notice(screen.notice)
        self._back.setText(screen.back)
        self._standing.setText(screen.hold)
        for part, shown in (
            (self._standing, bool(screen.hold)),
            (self._release, bool(screen.hold)),
            (self._reason, not screen.hold),
            (self._hold, not screen.hold),
        ):
            part.setVisible(shown)
        self._reason.set_text(screen.reason)
        self._reason.set_error(screen.errors.get("reason", ""))
        self._past.set_widgets([Text(each, "caption") for each in screen.past_holds])
        self._statement.show_screen(screen)
        self._erasure.show_screen(screen)

    def _build(self) -> None:
        self._page = Page(icon="shield-check")
        self._page.set_subtitle(_("What this person can ask for, and what you have to keep"))
        self._back = quiet("", icon="arrow-left")
        self._back.setObjectName("back-to-person")
        self._page.add_action(self._back)
        self._parts = (self._access, self._statement, self._held(), self._erasure)
        for part in self._parts:
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _held(self) -> Section:
        words = _("While a legal hold stands, for a claim or an investigation, nothing of this person is erased.")
        self._standing = Text("", "strong")
        self._standing.setObjectName("hold-standing")
        self._release = secondary(_("Release the hold"))
        self._release.setObjectName("release-hold")
        self._reason = LineField(_("Reason"), _("It is shown here only and goes with the person."))
        self._reason.setObjectName("hold-reason")
        self._hold = primary(_("Put under a legal hold"), icon="lock")
        self._hold.setObjectName("put-hold")
        self._past = Rows(2)
        card = Card()
        for part in (self._standing, self._reason, row(self._hold, self._release, None), self._past):
            card.add(part)
        section = Section(_("Legal hold"))
        section.add(Text(words, "muted"))
        section.add(card)
        return section

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._reason.edited.connect(self._presenter.type_reason)
        self._hold.clicked.connect(self._put_hold)
        self._release.clicked.connect(self._release_hold)
        self._access.changed.connect(self.show_screen)
        self._access.noticed.connect(self._page.show_notice)
        self._statement.changed.connect(self.show_screen)
        self._erasure.changed.connect(self.show_screen)
        self._erasure.gone.connect(self._show_gone)

    def _set_gone(self, gone: bool) -> None:
        self._gone = gone
        for part in self._parts:
            part.setVisible(not gone)

    # slots

    def _go_back(self) -> None:
        self.go.emit(Destination(Place.PEOPLE) if self._gone else Destination(Place.PERSON, self.shown.uid))

    def _put_hold(self) -> None:
        self.show_screen(self._presenter.hold())

    def _release_hold(self) -> None:
        self.show_screen(self._presenter.release())

    def _show_gone(self, sentence: str) -> None:
        """Show no word of the person any more, not even a title."""
        self._set_gone(True)
        self._access.forget()
        self._page.set_title(_("Erased"))
        self._back.setText(_("People"))
        self._page.show_notice(Notice(Tone.GOOD, sentence))
