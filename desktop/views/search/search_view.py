"""Search: where did we say that?"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.search.search import HOME, Answer, HitRow, SearchPresenter, SearchScreen
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Banner,
    ChoiceField,
    Columns,
    DateField,
    Elided,
    EmptyState,
    Excerpt,
    LineField,
    ListRow,
    Page,
    Rows,
    Text,
    announce,
    kind_chip,
    row,
    secondary,
)
from desktop.views.work import Report, Work

PAUSE = 120
"""Milliseconds without a key after which the rooms are asked."""

AGAIN = 1500
"""Milliseconds after which they are asked once more while something is still being read into the index."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SearchView(ScreenView):
    """A line to type into, four filters, and what was found, while one types.

    The keyboard stays in the line: the arrows choose a row, Enter opens it, Esc leaves.
    """

    def __init__(self, presenter: SearchPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._outdated = False
        self._scope_shown = self._empty_shown = ""
        self._said = ""
        self._shown: tuple[HitRow, ...] = ()
        self._rows: list[ListRow] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._later = QTimer(self, singleShot=True, interval=AGAIN)
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show the search; `path`, `uid` and `kind` say from where it was opened, if that matters."""
        came_from = Place(destination.path) if destination.path else None
        origin = Destination(came_from, destination.uid, destination.kind) if came_from else HOME
        self.show_screen(self._presenter.open(origin))
        self._page.scroll_to_top()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.select_all()
        self._ask()

    def leave(self) -> None:
        """Ask no more."""
        self._pause.stop()
        self._later.stop()
        if self._work is not None:
            self._work.cancel()

    def show_screen(self, screen: SearchScreen) -> None:
        """Show the question and what was found."""
        self._page.set_title(screen.title)
        self._page.set_kind(screen.kind or "neutral", "search")
        self._page.show_notice(screen.notice)
        self._show_scope(screen.scope)
        self._words.set_text(screen.text)
        self._person.set_options(screen.people, key=screen.person)
        self._group.set_options(screen.groups, key=screen.group)
        for shown, said in ((self._summary, screen.summary), (self._waiting, screen.waiting)):
            shown.setText(said)
            shown.setVisible(bool(said))
        self._show_rows(screen)
        self._more.setText(screen.more)
        self._more.setVisible(bool(screen.more))
        if screen.waiting and self.isVisible():
            self._later.start()

    def _show_scope(self, scope: str) -> None:
        if scope != self._scope_shown:
            self._scope_shown = scope
            self._scope.set_widgets([Banner("info", scope, dismissable=False)] if scope else [])
            self._scope.setVisible(bool(scope))

    def _show_rows(self, screen: SearchScreen) -> None:
        if screen.rows != self._shown or not self._rows:
            self._shown = screen.rows
            self._rows = [_row(number, hit) for number, hit in enumerate(screen.rows)]
            for shown in self._rows:
                shown.chosen.connect(self._chosen)
            self._list.set_widgets(self._rows)
        for number, shown in enumerate(self._rows):
            shown.set_selected(number == screen.selected)
        self._list.setVisible(bool(screen.rows))
        self._show_empty(screen.empty)

    def _show_empty(self, sentence: str) -> None:
        if sentence != self._empty_shown:
            self._empty_shown = sentence
            self._empty.set_widgets([EmptyState("search", sentence)] if sentence else [])
            self._empty.setVisible(bool(sentence))

    def _build(self) -> None:
        self._page = Page(icon="search")
        self._words = LineField(_("Search for"), placeholder=_("A word, or the beginning of one"))
        self._words.setObjectName("search-words")
        self._person = ChoiceField(_("Person"))
        self._person.setObjectName("search-person")
        self._group = ChoiceField(_("Kind"))
        self._group.setObjectName("search-kind")
        self._start = DateField(_("From"))
        self._start.setObjectName("search-from")
        self._end = DateField(_("To"))
        self._end.setObjectName("search-to")
        self._scope = Rows()
        self._summary, self._waiting = Text("", "caption"), Text("", "caption")
        self._list = Rows(4)
        self._list.setObjectName("search-hits")
        self._empty = Rows()
        self._more = secondary("")
        self._more.setObjectName("search-more")
        self._scope.hide()
        filters = Columns(self._person, self._group, self._start, self._end, min_width=150)
        top: tuple[QWidget, ...] = (self._scope, self._words, filters)
        for widget in top:
            self._page.add_top(widget)
        for widget in (self._summary, self._waiting, self._list, self._empty, row(self._more, None)):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._words.edited.connect(self._typed)
        self._person.chosen.connect(self._person_chosen)
        self._group.chosen.connect(self._group_chosen)
        for field in (self._start, self._end):
            field.edited.connect(self._days_chosen)
        self._more.clicked.connect(self._more_wanted)
        self._pause.timeout.connect(self._ask)
        self._later.timeout.connect(self._ask)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back)

    def _open(self, number: int | None) -> None:
        try:
            destination = self._presenter.choose(number)
        except Problem as problem:
            self.show_screen(self._presenter.failed(say(problem)))
        else:
            if destination is not None:
                self.go.emit(destination)

    def _move(self, steps: int) -> None:
        screen = self._presenter.move(steps)
        self.show_screen(screen)
        if screen.selected >= 0:
            self._page.reveal(self._rows[screen.selected])
            announce(self._words, self._rows[screen.selected].accessibleName())

    # slots

    def _typed(self, text: str) -> None:
        self._look_again(self._presenter.type(text))

    def _person_chosen(self, uid: str) -> None:
        self._look_again(self._presenter.choose_person(uid))

    def _group_chosen(self, group: str) -> None:
        self._look_again(self._presenter.choose_group(group))

    def _days_chosen(self) -> None:
        self._look_again(self._presenter.choose_days(self._start.value(), self._end.value()))

    def _more_wanted(self) -> None:
        self._look_again(self._presenter.show_more())

    def _look_again(self, screen: SearchScreen) -> None:
        self.show_screen(screen)
        self._pause.start()

    def _ask(self) -> None:
        """Ask the rooms; one question at a time, the newest next."""
        if self._work is not None:
            self._outdated = True
            return
        ask = self._presenter.job()
        self._work = Work(_job(ask))
        self._work.done.connect(self._answered)
        self._work.failed.connect(self._failed)
        self._work.cancelled.connect(self._given_up)
        self._work.start()

    def _answered(self, answer: Answer) -> None:
        self._given_up()
        screen = self._presenter.found(answer)
        self.show_screen(screen)
        if (screen.summary or screen.empty) != self._said:
            self._said = screen.summary or screen.empty
            announce(self._words, self._said)

    def _failed(self, sentence: str) -> None:
        self._given_up()
        self.show_screen(self._presenter.failed(sentence))

    def _given_up(self) -> None:
        self._work = None
        if self._outdated:
            self._outdated = False
            self._ask()

    def _chosen(self, number: str) -> None:
        self._open(int(number))

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows and Enter, which the line leaves over, work on what was found."""
        if event.key() in _STEPS:
            self._move(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(None)
        else:
            super().keyPressEvent(event)


def _job(ask: Callable[[], Answer]) -> Callable[[Report, Callable[[], bool]], Answer]:
    def job(report: Report, cancelled: Callable[[], bool]) -> Answer:
        return ask()

    return job


def _row(number: int, hit: HitRow) -> ListRow:
    when: list[QWidget] = [Elided(hit.when, "caption")] if hit.when else []
    chips: list[QWidget] = [kind_chip(hit.kind)] if hit.kind else []
    shown = ListRow(
        str(number),
        hit.title,
        hit.about,
        icon=hit.icon,
        kind=hit.kind,
        trailing=row(*chips, *when),
        below=Excerpt(hit.snippet.text, hit.snippet.marks),
    )
    shown.setObjectName(f"hit-{number}")
    return shown
