"""The window: a rail at the left, one screen beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.models.suffix import HANDED_OVER
from desktop.presenters.destination import Destination, Place, dropped
from desktop.presenters.notice import Tone
from desktop.views.notice_bar import NoticeBar
from desktop.views.screen_view import ScreenView
from desktop.views.tab_order import bring_into_view, next_stop
from desktop.views.veil import dismiss_dialogs, forget_secrets, holds_words
from desktop.views.widgets import Question, Rail, RailEntry

MakeView = Callable[[Place, str], ScreenView]
_BY_KEY = (Place.HOME, Place.PEOPLE, Place.OKRS, Place.NOTES, Place.VERIFY, Place.RESPOND)
_BY_KIND = (Place.CONVERSATION, Place.PREPARE, Place.REVIEW, Place.NOTE)
_LOCK = "lock"
_RAIL_OF = {
    Place.PERSON: Place.PEOPLE,
    Place.CONVERSATION: Place.PEOPLE,
    Place.PREPARE: Place.PEOPLE,
    Place.REVIEW: Place.PEOPLE,
    Place.NOTE: Place.NOTES,
    Place.PERSON_KEY: Place.PEOPLE,
    Place.OVERVIEW: Place.PEOPLE,
    Place.RIGHTS: Place.PEOPLE,
    Place.RETENTION: Place.SETTINGS,
    Place.BACKUPS: Place.SETTINGS,
    Place.IDENTITY: Place.SETTINGS,
    Place.TRANSFER: Place.NOTES,
    Place.TAKE_OVER: Place.NOTES,
}


class MainWindow(QMainWindow):
    """Turns destinations into screens. Screens are made when they are first wanted.

    `unsaved` returns why words are not on disk yet, "" if all of them are; it is asked before the window closes.

    Signals:
        painted(): the window has been painted for the first time.
        closing(): the window is about to close; everything typed has been handed on.
        lock_wanted(): whoever sits here wants to leave the window locked.
        capture_wanted(Destination): a moment is to be written down, seen from here.
    """

    painted = Signal()
    closing = Signal()
    lock_wanted = Signal()
    capture_wanted = Signal(object)

    def __init__(self, make_view: MakeView, unsaved: Callable[[], str]) -> None:
        super().__init__()
        self._make_view = make_view
        self._unsaved = unsaved
        self._may_lose = False
        self._views: dict[tuple[Place, str], ScreenView] = {}
        self._history: list[Destination] = []
        self._alone: ScreenView | None = None
        self._was_painted = False
        self._locked_in = False
        self._has_vault = False
        self._veil: ScreenView | None = None
        self._focused: QWidget | None = None
        self._build()
        self._connect()

    @property
    def screen_view(self) -> ScreenView | None:
        """The screen that is shown now, None before the first."""
        if self._veil is not None:
            return self._veil
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, ScreenView) else None

    def navigate(self, destination: Destination) -> None:
        """Leave the present screen and open another one; raise Problem, and stay, if that cannot be."""
        self.unveil()
        if self.screen_view:
            self.screen_view.leave()
        view = self._view(destination)
        view.arrive(destination)
        self._end_alone()
        self._locked_in = False
        self._has_vault = destination.place is not Place.FIRST_RUN and (
            self._has_vault or destination.place is not Place.RESPOND
        )
        self._notices.tell("")
        self._stack.setCurrentWidget(view)
        self._rail.setVisible(self._has_vault)
        self._history.append(destination)
        self._mark_rail()
        self._fit_rail()
        self._hand_over(view)

    def show_alone(self, view: ScreenView) -> None:
        """Show a screen that has no place of its own (opening, trouble) without the rail.

        In a locked window it stands in front of what is veiled.
        """
        if self._veil is not None:
            self._veil = view
            self.setCentralWidget(view)
            view.show()
            return
        self._end_alone()
        self._locked_in = False
        self._alone = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._rail.hide()

    def show_room(self, view: ScreenView) -> None:
        """Show a page to somebody who shall see nothing else: no rail, no key and no dropped file leads elsewhere.

        It ends with `navigate`.
        """
        if self.screen_view:
            self.screen_view.leave()
        self.show_alone(view)
        self._notices.tell("")
        self._locked_in = True
        self._hand_over(view)

    def veil(self, view: ScreenView) -> None:
        """Show `view` alone and take everything else out of the window, until `unveil`; nothing typed is lost."""
        dismiss_dialogs(self)
        shown = self.screen_view
        if shown:
            shown.leave()
        self._focused = self.focusWidget()
        for key, each in list(self._views.items()):
            if each is not shown and not holds_words(each):
                del self._views[key]
                self._stack.removeWidget(each)
                each.deleteLater()
        forget_secrets(self._middle)
        self.takeCentralWidget()
        self._veil = view
        self.setCentralWidget(view)
        view.show()
        view.setFocus()

    @property
    def is_veiled(self) -> bool:
        """Whether the screens are out of the window."""
        return self._veil is not None

    def unveil(self) -> None:
        """Bring back what was shown, as it was."""
        if self._veil is None:
            return
        self._veil = None
        self.setCentralWidget(self._middle)
        self._middle.show()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self._focused = None
        if self.screen_view:
            self.screen_view.resume()

    def come_forward(self) -> None:
        """Put the window before all others and give it the keyboard."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def refresh(self, sentence: str) -> None:
        """Show the present screen as things stand now, and say what has just been done."""
        if self.screen_view:
            self.screen_view.refresh()
            self._notices.tell(sentence, Tone.GOOD)

    def tell(self, sentence: str) -> None:
        """Say above the screen what just went wrong; the next screen takes it away."""
        self._notices.tell(sentence)

    def hold(self, sentence: str) -> None:
        """Say above every screen what stays true until it is taken away (with "")."""
        self._notices.hold(sentence)

    def forget_views(self) -> None:
        """Throw all screens away: another vault is about to be opened."""
        self.unveil()
        for view in self._views.values():
            view.deleteLater()
        self._views.clear()
        self._history.clear()

    def _end_alone(self) -> None:
        if self._alone is not None:
            self._stack.removeWidget(self._alone)
            self._alone.deleteLater()
            self._alone = None

    def _build(self) -> None:
        self.setWindowTitle("Duologue")
        self.setMinimumSize(800, 560)
        self.setAcceptDrops(True)
        entries = (
            RailEntry(str(Place.HOME), _("Home"), "home"),
            RailEntry(str(Place.SEARCH), _("Search"), "search"),
            RailEntry(str(Place.PEOPLE), _("People"), "users"),
            RailEntry(str(Place.OKRS), _("OKRs"), "target"),
            RailEntry(str(Place.NOTES), _("Notes"), "file-text"),
            RailEntry(str(Place.ROLLOUT), _("Roll-out"), "map"),
            RailEntry(str(Place.VERIFY), _("Verify"), "shield-check"),
            RailEntry(str(Place.RESPOND), _("Answer"), "pen-line"),
            RailEntry(str(Place.SETTINGS), _("Settings"), "settings", bottom=True),
            RailEntry(_LOCK, _("Lock"), "lock", bottom=True),
        )
        self._rail = Rail(entries)
        self._rail.setObjectName("rail")
        self._stack = QStackedWidget()
        self._middle = QWidget()
        layout = QHBoxLayout(self._middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._notices = NoticeBar()
        beside = QVBoxLayout()
        beside.addWidget(self._notices)
        beside.addWidget(self._stack, 1)
        layout.addWidget(self._rail)
        layout.addLayout(beside, 1)
        self.setCentralWidget(self._middle)

    def _connect(self) -> None:
        self._rail.chosen.connect(self._rail_chosen)
        for number, place in enumerate(_BY_KEY, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setObjectName(str(place))
            shortcut.activated.connect(self._shortcut_used)
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.setContext(Qt.ShortcutContext.ApplicationShortcut)
        lock.activated.connect(self.lock_wanted)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self._capture)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._search)
        QShortcut(QKeySequence.StandardKey.Back, self).activated.connect(self._go_back)
        QShortcut(QKeySequence.StandardKey.Quit, self).activated.connect(self.close)

    def _view(self, destination: Destination) -> ScreenView:
        kind = destination.kind if destination.place in _BY_KIND else ""
        key = (destination.place, kind)
        if key not in self._views:
            view = self._views[key] = self._make_view(*key)
            view.go.connect(self._go)
            view.back.connect(self._go_back)
            self._stack.addWidget(view)
        return self._views[key]

    def _hand_over(self, view: ScreenView) -> None:
        """Give the keyboard to what a screen wants it in, unless the rail is being used."""
        held, wanted = self.focusWidget(), view.focusWidget()
        if wanted is not None and (held is None or not self._rail.isAncestorOf(held)):
            wanted.setFocus()

    def _mark_rail(self) -> None:
        place = self._history[-1].place
        self._rail.set_current(str(_RAIL_OF.get(place, place)))

    def _fit_rail(self) -> None:
        place = self._history[-1].place if self._history else None
        self._rail.fit(self.width(), context=place in _BY_KIND)

    def _held_back(self) -> str:
        """Return what a screen holds that is saved only when its user says so, "" for nothing."""
        views = [*self._views.values(), *([self._alone] if self._alone else [])]
        held = next((held for view in views if (held := view.unsaved())), "")
        return _("Something you typed is not saved yet.") if held and self.is_veiled else held

    def _keep_open(self, event: QCloseEvent, why: str) -> None:
        event.ignore()
        question = Question(
            self, _("Not everything is saved"), why, _("Close and lose it"), keep=_("Keep Duologue open")
        )
        question.accepted.connect(self._close_anyway)
        question.open()

    # slots

    def _go(self, destination: Destination) -> None:
        if self._locked_in or self.is_veiled:
            return
        if destination.place is Place.CAPTURE:
            self.capture_wanted.emit(destination)
            return
        try:
            self.navigate(destination)
        except Problem as problem:
            self.tell(say(problem))

    def _rail_chosen(self, key: str) -> None:
        if key == _LOCK:
            self._mark_rail()
            self.lock_wanted.emit()
        elif key == Place.SEARCH:
            self._search()
        else:
            self._go(Destination(Place(key)))

    def _search(self) -> None:
        """Open the search; it knows from where, because not everything may be found from everywhere."""
        if self._rail.isHidden() or self._locked_in or self.is_veiled:
            return
        here = self._history[-1]
        if here.place is Place.SEARCH:
            self._go(self._history.pop())
        elif here.place in _BY_KIND:
            self._go(Destination(Place.SEARCH, here.uid, here.kind, str(here.place)))
        else:
            self._go(Destination(Place.SEARCH))

    def _capture(self) -> None:
        """Write down a moment; not where somebody else may sit before the window."""
        if self._rail.isHidden() or self._locked_in or self.is_veiled or self._history[-1].place is Place.RESPOND:
            return
        self.capture_wanted.emit(self._history[-1])

    def _shortcut_used(self) -> None:
        if self._rail.isHidden():
            return
        self._go(Destination(Place(self.sender().objectName())))

    def _go_back(self) -> None:
        if len(self._history) > 1 and not (self._locked_in or self.is_veiled):
            self._history.pop()
            self._go(self._history.pop())

    def _close_anyway(self) -> None:
        self._may_lose = True
        self.close()

    # events

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the Tab key through the window as things stand in it."""
        target = next_stop(self, forward)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        bring_into_view(target)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen, so that the heavy work may begin."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window folds the rail."""
        self._fit_rail()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on everything typed before the window goes; ask if the disk does not take it."""
        if self.screen_view:
            self.screen_view.leave()
        why = "" if self._may_lose else self._unsaved()
        if why:
            lost = _("{why} Stay here, and what you typed is saved as soon as that is possible; close, and it is lost.")
            self._keep_open(event, lost.format(why=why))
            return
        held = "" if self._may_lose else self._held_back()
        if held:
            self._keep_open(event, _("{what} Close, and it is lost.").format(what=held))
            return
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A PDF, or what another manager handed over, may be dropped anywhere."""
        if self._dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Verify a dropped PDF; read it, where one came to answer a note. What was handed over goes to its screen."""
        path = self._dropped_file(event)
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            here = self._history[-1].place if self._history else None
            reads = not self._has_vault or here is Place.RESPOND
            where = dropped(path)
            self._go(Destination(Place.RESPOND, path=path) if reads and where.place is Place.VERIFY else where)

    def _dropped_file(self, event: QDropEvent) -> str:
        """Return the first local file of a drop that can be looked at here, "" if there is none."""
        files = [url.toLocalFile() for url in event.mimeData().urls()]
        kinds = (".pdf", HANDED_OVER) if self._has_vault else (".pdf",)
        return next((file for file in files if file and Path(file).suffix.lower() in kinds), "")
