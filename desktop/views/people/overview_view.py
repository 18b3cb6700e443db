"""The cadence for all: everybody with their last talks, then what waits and what is due."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.overview import CadenceRow, LastTalk, OverviewPresenter, OverviewScreen
from desktop.views.icons import KIND_ICONS
from desktop.views.notes.talk_list import TalkList
from desktop.views.people.promise_list import PromiseList
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Button,
    Chip,
    Elided,
    EmptyState,
    ListRow,
    Page,
    Rows,
    Section,
    Text,
    list_row,
    quiet,
    row,
    tip,
)
from desktop.views.widgets.boxes import bare
from desktop.wording import beside

_WIDTHS = (124, 124, 104, 92)
"""Of the four columns behind a name: both talks, answers, commitments."""


class OverviewView(ScreenView):
    """Shows the rhythm of all conversations; a row leads to its person."""

    def __init__(self, presenter: OverviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show where everybody stands today."""
        self.show_screen(self._presenter.open())

    def show_screen(self, screen: OverviewScreen) -> None:
        """Show everybody; an empty list takes its heading with it."""
        self._page.set_subtitle(screen.summary)
        self._page.show_notice(screen.notice)
        self._heads.setVisible(bool(screen.rows))
        self._people.set_widgets([self._person(each) for each in screen.rows])
        self._empty.set_widgets([EmptyState("users", screen.empty)] if screen.empty else [])
        self._waiting.show_talks(screen.waiting)
        self._waiting_section.setVisible(bool(screen.waiting))
        self._promises.show_promises(screen.promises)
        for button, verb in ((self._more_waiting, screen.more_waiting), (self._more_promises, screen.more_promises)):
            button.setText(verb)
            button.setVisible(bool(verb))
        self._promise_section.setVisible(bool(screen.promises))

    def _build(self) -> None:
        self._page = Page(icon="calendar")
        self._page.set_title(_("Cadence"))
        self._heads = _heads()
        self._people, self._empty = Rows(4), Rows()
        self._people.setObjectName("cadence-people")
        self._waiting = TalkList("cadence-waiting")
        self._waiting_section = Section(_("What waits"))
        self._more_waiting, self._more_promises = _more("waiting-more"), _more("promises-more")
        self._waiting_section.add(self._waiting)
        self._waiting_section.add(self._more_waiting)
        self._promises = PromiseList()
        self._promise_section = Section(_("Commitments"), _("Whoever promised it, the earliest first"))
        self._promise_section.add(self._promises)
        self._promise_section.add(self._more_promises)
        for widget in (self._heads, self._people, self._empty, self._waiting_section, self._promise_section):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._waiting.go.connect(self.go)
        self._promises.settled.connect(self._settled)
        self._more_waiting.clicked.connect(self._wants_waiting)
        self._more_promises.clicked.connect(self._wants_promises)

    def _person(self, shown: CadenceRow) -> ListRow:
        marks = [_talk(each) for each in shown.talks]
        marks += [_count(shown.waiting, "clock", "info"), _due(shown)]
        line = ListRow(shown.uid, shown.name, shown.detail, avatar=shown.name, trailing=_columns(*marks))
        line.setObjectName(f"cadence-{shown.uid}")
        line.setAccessibleDescription(_spoken(shown))
        line.chosen.connect(self._chosen)
        return line

    # slots

    def _chosen(self, uid: str) -> None:
        self.go.emit(Destination(Place.PERSON, uid))

    def _settled(self, kind: str, uid: str, state: str) -> None:
        self.show_screen(self._presenter.settle(kind, uid, state))

    def _wants_waiting(self) -> None:
        self.show_screen(self._presenter.more_waiting())

    def _wants_promises(self) -> None:
        self.show_screen(self._presenter.more_promises())


def _more(name: str) -> Button:
    button = quiet("", icon="chevron-down")
    button.setObjectName(name)
    return button


def _heads() -> QWidget:
    """Return the names of the columns."""
    names = (_("OKR"), _("Performance"), _("Waiting for"), _("Commitments"))
    heads = row(None, _columns(*(Text(name, "caption") for name in names)))
    heads.setContentsMargins(0, 0, list_row.SIDE, 0)
    return heads


def _columns(*widgets: QWidget) -> QWidget:
    for widget, width in zip(widgets, _WIDTHS, strict=True):
        widget.setFixedWidth(width)
    return row(*widgets)


def _talk(talk: LastTalk) -> QWidget:
    chip = Chip(talk.words, KIND_ICONS[talk.kind], "warn" if talk.overdue else talk.kind)
    if not talk.planned:
        return chip
    chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    both = QWidget()
    lines = bare(QVBoxLayout(both), 2)
    lines.addStretch(1)
    lines.addWidget(chip)
    lines.addWidget(Elided(talk.planned, "caption"))
    lines.addStretch(1)
    return both


def _count(words: str, icon: str, tone: str) -> QWidget:
    """Return a count, or its empty place, so that the columns stand below each other."""
    return Chip(words, icon, tone) if words else QWidget()


def _due(shown: CadenceRow) -> QWidget:
    """Return what is promised; what is overdue has another sign as well as another colour."""
    mark = _count(shown.due, *(("triangle-alert", "warn") if shown.overdue else ("list-checks", "neutral")))
    tip(mark, beside(shown.due, shown.overdue) if shown.overdue else "")
    return mark


def _spoken(shown: CadenceRow) -> str:
    names = {"okr": _("OKR"), "performance": _("Performance")}
    talks = [f"{names[talk.kind]} · {beside(talk.words, talk.planned)}" for talk in shown.talks]
    return ", ".join(said for said in (*talks, shown.waiting, shown.due, shown.overdue) if said)
