"""The OKRs screen: what the team is trying to reach, and what is known about it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.okr.okrs import OkrsPresenter
from desktop.presenters.okr.okrs_screen import ObjectiveGroup, OkrsScreen, OpenForm, QuestionWords
from desktop.views.okr.okr_cards import ObjectiveView
from desktop.views.okr.open_form import OpenFormView
from desktop.views.screen_view import ScreenView
from desktop.views.tab_order import LAID_OUT
from desktop.views.widgets import (
    ChoiceField,
    EmptyState,
    Page,
    Question,
    Rows,
    Section,
    Text,
    primary,
    secondary,
)


class OkrsView(ScreenView):
    """Shows the OKRs of a cycle; one form is open at a time, at the thing it is about."""

    def __init__(self, presenter: OkrsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._groups: tuple[ObjectiveGroup, ...] | None = None
        self._form: OpenFormView | None = None
        self._asked: QuestionWords | None = None
        self._cycle_uid = ""
        self._wanted = ""
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show the cycle of the destination, else the one that was shown last, at first the one that runs today."""
        self._groups = None
        uid = destination.uid
        self.show_screen(self._presenter.choose_cycle(uid) if uid else self._presenter.open())

    def show_screen(self, screen: OkrsScreen) -> None:
        """Show the OKRs; cards are rebuilt only when they, or the place of the form, have changed."""
        focused = self._focused()
        self._cycle_uid = screen.cycle_uid
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._cycle.set_options(screen.cycles, screen.cycle_uid)
        self._cycle.setVisible(bool(screen.cycles))
        self._add_objective.setVisible(bool(screen.groups))
        self._legend.setText(screen.legend)
        self._legend.setVisible(bool(screen.legend))
        if self._same(screen):
            self._show_form(screen.open_form)
        else:
            self._rebuild(screen, focused)
        if screen.question:
            self._ask(screen.question)

    def _build(self) -> None:
        self._page = Page(_("OKRs"), kind="okr")
        self._cycle = ChoiceField("")
        self._cycle.setObjectName("okr-cycle")
        self._cycle.setAccessibleName(_("Cycle"))
        self._add_cycle = secondary(_("Add a cycle"), "calendar", key="cycle ")
        self._add_cycle.setObjectName("add-cycle")
        self._add_objective = primary(_("Add an objective"), "plus")
        self._add_objective.setObjectName("add-objective")
        self._legend = Text(role="caption")
        self._top = Rows()
        self._content = Rows(16)
        for action in (self._cycle, self._add_cycle, self._add_objective):
            self._page.add_action(action)
        for part in (self._top, self._legend, self._content):
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._cycle.chosen.connect(self._cycle_chosen)
        self._add_cycle.chosen.connect(self._acted)
        self._add_objective.clicked.connect(self._objective_wanted)

    def _same(self, screen: OkrsScreen) -> bool:
        shown = self._form.key if self._form else ""
        wanted = screen.open_form.key if screen.open_form else ""
        return screen.groups == self._groups and shown == wanted

    def _rebuild(self, screen: OkrsScreen, focused: str) -> None:
        before = self._form.key.replace("/", " ", 1) if self._form else focused
        self._groups = screen.groups
        opened = screen.open_form
        self._form = self._new_form(opened) if opened else None
        on_top = self._form if opened and not opened.place else None
        self._top.set_widgets([on_top] if on_top else [])
        self._top.setVisible(on_top is not None)
        place = opened.place if opened else ""
        groups = [self._group(each, place) for each in screen.groups]
        empty = [] if groups or opened else [self._empty(screen)]
        self._content.set_widgets(groups or empty)
        self._wanted = before
        QTimer.singleShot(LAID_OUT, self._reveal if self._form else self._focus_again)

    def _group(self, shown: ObjectiveGroup, place: str) -> Section:
        section = Section(shown.title)
        for objective in shown.objectives:
            view = ObjectiveView(objective, place, self._form)
            view.acted.connect(self._acted)
            section.add(view)
        return section

    def _empty(self, screen: OkrsScreen) -> EmptyState:
        form, label = screen.first_action
        empty = EmptyState("target", screen.empty, label)
        empty.acted.connect(self._objective_wanted if form == "objective" else self._cycle_wanted)
        return empty

    def _new_form(self, shown: OpenForm) -> OpenFormView:
        form = OpenFormView(shown)
        form.edited.connect(self._edited)
        form.saved.connect(self._save)
        form.closed.connect(self._close)
        form.stopped.connect(self._stop)
        form.sponsors_wanted.connect(self._to_sponsors)
        return form

    def _show_form(self, shown: OpenForm | None) -> None:
        if self._form and shown:
            self._form.show_form(shown)

    def _ask(self, question: QuestionWords) -> None:
        self._asked = question
        dialog = Question(self._page, question.title, question.text, question.verb)
        dialog.accepted.connect(self._confirmed)
        dialog.open()

    def _focused(self) -> str:
        widget = self.focusWidget()
        return widget.objectName() if widget else ""

    # slots

    def _acted(self, key: str) -> None:
        action, _space, uid = key.partition(" ")
        own = {
            "toggle": self._presenter.toggle,
            "delete-objective": self._presenter.ask_delete_objective,
            "delete-key-result": self._presenter.ask_delete_key_result,
        }
        self.show_screen(own[action](uid) if action in own else self._presenter.begin(action, uid))

    def _cycle_chosen(self, uid: str) -> None:
        self.show_screen(self._presenter.choose_cycle(uid))

    def _cycle_wanted(self) -> None:
        self.show_screen(self._presenter.begin("cycle"))

    def _objective_wanted(self) -> None:
        self.show_screen(self._presenter.begin("objective", self._cycle_uid))

    def _edited(self, field: str, text: str) -> None:
        self._show_form(self._presenter.type(field, text))

    def _save(self) -> None:
        self.show_screen(self._presenter.save())
        QTimer.singleShot(LAID_OUT, self._reveal_fault)

    def _close(self) -> None:
        self.show_screen(self._presenter.cancel())

    def _stop(self, key_result_uid: str) -> None:
        self.show_screen(self._presenter.stop_sharing(key_result_uid))

    def _to_sponsors(self) -> None:
        self.go.emit(Destination(Place.ROLLOUT, "engaged-sponsor"))

    def _confirmed(self) -> None:
        if self._asked:
            self.show_screen(self._presenter.delete(self._asked.action, self._asked.uid))

    def _reveal(self) -> None:
        """Bring the open form into view, its top if it is taller than the view, with the cursor in it."""
        if self._form is None:
            return
        self._form.focus_first()
        area = _scroll_area(self._form)
        content = area.widget() if area is not None else None
        if area is not None and content is not None:
            area.ensureWidgetVisible(self._form, 0, 16)
            top = self._form.mapTo(content, self._form.rect().topLeft()).y()
            area.verticalScrollBar().setValue(min(area.verticalScrollBar().value(), max(0, top - 16)))

    def _focus_again(self) -> None:
        """Give the keyboard back to the button that had it, or that opened the form, after its card was rebuilt."""
        for widget in self.findChildren(QWidget, self._wanted) if self._wanted else ():
            if widget.isVisibleTo(self):
                widget.setFocus()
                return

    def _reveal_fault(self) -> None:
        """Bring the first field that is wrong into view."""
        if self._form is None:
            return
        self._form.focus_first()
        area, wrong = _scroll_area(self._form), self.focusWidget()
        if area is not None and wrong is not None:
            area.ensureWidgetVisible(wrong, 0, 80)


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
