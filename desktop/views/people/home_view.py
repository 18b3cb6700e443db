"""Home: what now?"""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place, dropped
from desktop.presenters.people.home import HomePresenter, HomeScreen, Suggestion
from desktop.views.drop_area import DropArea
from desktop.views.notes.talk_list import TalkList
from desktop.views.people.promise_list import PromiseList
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Card, Icon, Page, Section, Text, primary, row, secondary, tip


class HomeView(ScreenView):
    """What waits, one suggestion, and a place to drop a PDF."""

    def __init__(self, presenter: HomePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._suggested: Suggestion | None = None
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show what waits now."""
        self.show_screen(self._presenter.open())

    def show_screen(self, screen: HomeScreen) -> None:
        """Show what waits; an empty list takes its heading with it."""
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._suggest(screen.suggestion)
        self._drafts.show_talks(screen.drafts)
        self._draft_section.setVisible(bool(screen.drafts))
        self._promises.show_promises(screen.promises)
        self._promise_section.set_hint(screen.promises_hint)
        self._promise_section.setVisible(bool(screen.promises))
        self._waiting.show_talks(screen.waiting)
        self._waiting_section.setVisible(bool(screen.waiting))
        self._notes.show_talks(screen.notes)
        self._note_section.setVisible(bool(screen.notes))
        self._guide.setVisible(not (screen.drafts or screen.promises or screen.notes))

    def _suggest(self, suggestion: Suggestion | None) -> None:
        self._suggested = suggestion
        self._suggestion.setVisible(suggestion is not None)
        if suggestion is not None:
            self._suggestion_text.setText(suggestion.text)
            self._suggestion_button.setText(suggestion.verb)

    def _build(self) -> None:
        self._page = Page(icon="home")
        self._moment = secondary(_("Write down a moment"), icon="pen-line")
        self._moment.setObjectName("home-moment")
        tip(self._moment, _("Ctrl+E, from every screen"))
        self._page.add_action(self._moment)
        self._build_suggestion()
        self._drafts = TalkList("home-drafts")
        self._draft_section = Section(_("Go on where you left off"))
        self._draft_section.add(self._drafts)
        self._promises = PromiseList()
        self._promise_section = Section(_("Commitments due"))
        self._promise_section.add(self._promises)
        self._waiting = TalkList("home-waiting")
        self._waiting_section = Section(_("Waiting for an answer"))
        self._waiting_section.add(self._waiting)
        self._notes = TalkList("home-notes")
        self._note_section = Section(_("Lately sealed"))
        self._note_section.add(self._notes)
        self._area = DropArea(_("Drop a PDF here to verify it"), _("Verify a PDF…"))
        self._area.setObjectName("home-drop")
        self._guide = _guide()
        sections = (self._draft_section, self._promise_section, self._waiting_section, self._note_section)
        for widget in (self._suggestion, self._guide, *sections, self._area):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_suggestion(self) -> None:
        self._suggestion_text = Text("", "strong")
        self._suggestion_button = primary("", icon="arrow-right")
        self._suggestion_button.setObjectName("suggestion")
        self._suggestion = Card()
        self._cadence = secondary(_("See everybody"), icon="calendar")
        self._cadence.setObjectName("home-cadence")
        self._suggestion.add(
            row(Icon("sprout", "accent", 22), self._suggestion_text, self._cadence, self._suggestion_button)
        )

    def _connect(self) -> None:
        self._drafts.go.connect(self.go)
        self._waiting.go.connect(self.go)
        self._notes.go.connect(self.go)
        self._promises.settled.connect(self._settled)
        self._suggestion_button.clicked.connect(self._follow)
        self._moment.clicked.connect(self._write_moment)
        self._cadence.clicked.connect(self._show_cadence)
        self._area.dropped.connect(self._verify)

    # slots

    def _settled(self, kind: str, uid: str, state: str) -> None:
        self.show_screen(self._presenter.settle(kind, uid, state))

    def _follow(self) -> None:
        if self._suggested is not None:
            self.go.emit(self._suggested.destination)

    def _write_moment(self) -> None:
        self.go.emit(Destination(Place.CAPTURE))

    def _show_cadence(self) -> None:
        self.go.emit(Destination(Place.OVERVIEW))

    def _verify(self, path: Path) -> None:
        self.go.emit(dropped(str(path)))


def _guide() -> Section:
    """Return what stands here until there is something to go on with: how it all goes."""
    steps = (
        ("user-plus", _("Add the people you talk with.")),
        ("target", _("Write down what the team wants to reach: objectives and key results.")),
        ("messages-square", _("Lead two conversations with each person, apart from each other: OKR and performance.")),
        ("file-check", _("Seal what you both said, and give the other person the signed PDF.")),
    )
    card = Card()
    for icon, words in steps:
        card.add(row(Icon(icon, "accent", 20), 4, Text(words)))
    section = Section(_("How it goes"))
    section.setObjectName("home-guide")
    section.add(card)
    return section
