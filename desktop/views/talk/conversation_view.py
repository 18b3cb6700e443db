"""The conversation: one prompt at a time, both voices beside it, its own context at the side."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.conversation import Voice
from desktop.models.guide import Kind
from desktop.presenters.destination import Destination, Place
from desktop.presenters.talk.coaching import PRIVATE
from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.presenters.talk.conversation_screen import Box, ConversationScreen
from desktop.views.saving import Autosave, SaveNews, Watch
from desktop.views.screen_view import ScreenView
from desktop.views.talk.commitments_view import CommitmentsView
from desktop.views.talk.context_panel import ContextPanelView
from desktop.views.talk.form_view import Editors, FormView
from desktop.views.talk.prepared_words import PreparedWordsView
from desktop.views.talk.step_coach import StepCoach
from desktop.views.widgets import (
    NoteField,
    Page,
    PromptCard,
    SavedLine,
    Stepper,
    TalkTimer,
    VoiceField,
    primary,
    quiet,
    secondary,
)

Forms = Mapping[type, Callable[[], FormView]]
_LOW = 780
"""Pixels of height below which only what is asked stands above the fields."""


class ConversationView(ScreenView):
    """Shows the steps of one kind of conversation; `forms` makes the widget for each class of form of that kind.

    `shown` is the screen that is shown now.
    """

    def __init__(self, presenter: ConversationPresenter, forms: Forms, news: SaveNews) -> None:
        super().__init__()
        self._presenter = presenter
        self._forms = forms
        self._news = news
        self._form_views: dict[type, FormView] = {}
        self.shown: ConversationScreen
        self._place = ""
        self._talking = False  # when one left
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Open a conversation where it was left, or at a section if the destination names one."""
        section = int(destination.path) if destination.path else None
        self._place = ""
        self.show_screen(self._presenter.open(destination.uid, section))
        self._timer.begin()

    def leave(self) -> None:
        """Hand on what is typed."""
        self._autosave.flush()
        self._talking = self._timer.is_running()
        self._timer.pause()

    def resume(self) -> None:
        """Go on counting the minutes of the talk."""
        if self._talking:
            self._timer.begin(self._timer.elapsed_seconds())

    def refresh(self) -> None:
        """Show the step with what was written down meanwhile."""
        self._autosave.flush()
        self.show_screen(self._presenter.again())

    def show_screen(self, screen: ConversationScreen) -> None:
        """Show one step; fields are written only when their question changes."""
        if screen.finished:
            self.go.emit(Destination(Place.REVIEW, screen.uid, screen.kind))
            return
        self.shown = screen
        self._page.set_kind(screen.kind)
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._stepper.set_steps([(mark.title, mark.state) for mark in screen.steps])
        self._prompt.set_prompt(screen.prompt, screen.purpose, screen.avoid, screen.count, screen.about)
        self._prepared.show_prepared(screen.prepared)
        self._prepare.setVisible(screen.kind == Kind.PERFORMANCE and not screen.sealed)
        self._show_boxes(screen)
        self._show_form(screen)
        self._commitments.show_commitments(screen.commitments)
        for part in (self._form_host, self._commitments):
            part.setEnabled(not screen.sealed)
        self._context.show_panel(screen.context)
        self._coach_step(screen)
        self._back.setEnabled(screen.can_go_back)
        self._next.setText(screen.next_label)
        self._review.setVisible(screen.next_label != self._review.accessibleName())
        self._show_section(screen)

    def _build(self) -> None:
        self._page = Page()
        self._saved = SavedLine()
        self._saved.setObjectName("saved-line")
        self._prepare = quiet(_("Prepare"), icon="list-checks")
        self._prepare.setObjectName("prepare")
        self._page.add_action(self._prepare)
        self._page.add_action(self._saved)
        self._stepper = Stepper()
        self._stepper.setObjectName("stepper")
        self._page.add_top(self._stepper)
        self._prompt = PromptCard()
        self._page.add(self._prompt)
        self._form_host = QWidget()
        self._form_layout = QVBoxLayout(self._form_host)
        self._form_layout.setContentsMargins(0, 0, 0, 0)
        self._page.add(self._form_host)
        self._coach = StepCoach(self._presenter)
        self._page.add(self._coach.panels["form"])
        self._prepared = PreparedWordsView()
        self._page.add(self._prepared)
        self._build_fields()
        self._commitments = CommitmentsView()
        self._page.add(self._commitments)
        self._page.add(self._coach.panels["promised"])
        self._context = ContextPanelView()
        self._page.add_context(self._context)
        self._build_footer()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_fields(self) -> None:
        self._voices = {Voice.EMPLOYEE: VoiceField(), Voice.MANAGER: VoiceField()}
        for voice, field in self._voices.items():
            field.setObjectName(f"voice-{voice}")
            self._page.add(field)
        self._private = NoteField()
        self._private.setObjectName("voice-private")
        self._page.add(self._coach.panels["noted"])
        self._page.add(self._private)
        self._page.add(self._coach.panels["private"])

    def _build_footer(self) -> None:
        self._back = secondary(_("Back"), icon="arrow-left")
        self._back.setObjectName("back")
        self._skip = quiet(_("Skip"), icon="skip-forward")
        self._skip.setObjectName("skip")
        self._timer = TalkTimer()
        self._review = quiet(_("Read it through"), icon="book-open")
        self._review.setObjectName("review")
        self._next = primary(_("Next"), icon="arrow-right")
        self._next.setObjectName("next")
        self._next.setToolTip(_("Ctrl+Enter"))
        for widget in (self._back, self._skip, self._timer):
            self._page.add_footer(widget)
        for widget in (self._review, self._next):
            self._page.add_footer(widget, right=True)

    def _connect(self) -> None:
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._words_due)
        for voice, field in self._voices.items():
            field.edited.connect(self._watch(str(voice)).changed)
        self._private.edited.connect(self._watch(PRIVATE).changed)
        self._stepper.chosen.connect(self._step_chosen)
        self._back.clicked.connect(self._go_back)
        self._skip.clicked.connect(self._go_past)
        self._next.clicked.connect(self._go_on)
        self._review.clicked.connect(self._read_through)
        self._prepare.clicked.connect(self._go_to_preparation)
        self._prepared.take_wanted.connect(self._take_over)
        self._commitments.edited.connect(self._commitment_edited)
        self._commitments.add_wanted.connect(self._commitment_added)
        self._commitments.remove_wanted.connect(self._commitment_removed)
        self._commitments.settled.connect(self._commitment_settled)
        self._news.saved.connect(self._all_saved)
        self._news.failed.connect(self._saved.failed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(self._go_on)

    def _watch(self, key: str) -> Watch:
        return Watch(self._autosave, key)

    def _show_boxes(self, screen: ConversationScreen) -> None:
        boxes: dict[str, Box] = {box.voice: box for box in screen.boxes}
        for voice, field in self._voices.items():
            box = boxes.get(str(voice))
            field.setVisible(box is not None)
            if box is not None:
                _fill(field, box)
            field.set_read_only(screen.sealed)
        _fill(self._private, screen.private)
        self._private.set_read_only(screen.sealed)

    def _show_form(self, screen: ConversationScreen) -> None:
        for form, view in self._form_views.items():
            view.setHidden(form is not type(screen.form))  # hiding takes the keyboard away: only from what goes
        self._form_host.setVisible(screen.form is not None)
        if screen.form is not None:
            view = self._form_view(type(screen.form))
            view.show_form(screen.form)
            view.show()

    def _form_view(self, form: type) -> FormView:
        if form not in self._form_views:
            view = self._form_views[form] = self._forms[form]()
            self._form_layout.addWidget(view)
            view.edited.connect(self._form_edited)
            view.edited_about.connect(self._form_edited_about)
            view.acted.connect(self._form_acted)
            view.go.connect(self.go)
        return self._form_views[form]

    def _coach_step(self, screen: ConversationScreen) -> None:
        """Have the manager's words of this step read along."""
        asked = any(box.voice == Voice.MANAGER for box in screen.boxes)
        fields: dict[str, Editors] = {
            "form": self._form_view(type(screen.form)).editors() if screen.form is not None else {},
            "noted": {("", str(Voice.MANAGER)): self._voices[Voice.MANAGER].editor()} if asked else {},
            "private": {("", PRIVATE): self._private.editor()},
            "promised": {("", str(Voice.PROMISE)): self._commitments.editor()},
        }
        self._coach.read(screen.visit, fields)

    def _show_section(self, screen: ConversationScreen) -> None:
        place = f"{screen.section}/{screen.count}/{screen.about}"
        if place != self._place:
            self._place = place
            self._page.scroll_to_top()
            self._timer.set_minutes(screen.minutes)
            self._focus_first(screen)

    def _focus_first(self, screen: ConversationScreen) -> None:
        """Put the keyboard where the step begins: into its form, else into the first voice, else on the page."""
        voices = [field for field in self._voices.values() if not field.isHidden()]
        if screen.form is not None and self._form_view(type(screen.form)).focus_first():
            return
        if voices and screen.form is None:
            voices[0].setFocus()
        else:
            self._page.focus_content()

    def _focus_wrong(self, form: FormView) -> None:
        """Bring what keeps the step from going on into view, with the keyboard in it."""
        held = self.focusWidget() if form.focus_first() else None
        if held is not None:
            self._page.reveal(held)

    # slots

    def _words_due(self, key: str, text: str) -> None:
        self._saved.saving()
        if key == PRIVATE:
            self._presenter.type_private(text)
        else:
            self._presenter.type(key, text)

    def _all_saved(self) -> None:
        self._saved.saved(f"{datetime.now():%H:%M}")

    def _go_on(self) -> None:
        self._autosave.flush()
        place, screen = self._place, self._presenter.next()
        self.show_screen(screen)
        if screen.form is not None and self._place == place and not screen.finished:
            self._focus_wrong(self._form_view(type(screen.form)))

    def _go_past(self) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.skip())

    def _go_back(self) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.back())

    def _step_chosen(self, section: int) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.jump(section))

    def _read_through(self) -> None:
        self._autosave.flush()
        self.go.emit(Destination(Place.REVIEW, self.shown.uid, self.shown.kind))

    def _go_to_preparation(self) -> None:
        self._autosave.flush()
        self.go.emit(Destination(Place.PREPARE, self.shown.uid, self.shown.kind))

    def _take_over(self) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.take_over())
        self._voices[Voice.EMPLOYEE].setFocus()

    def _form_edited(self, voice: str, text: str) -> None:
        form = self._presenter.type(voice, text)
        if form is not None:
            self._form_view(type(form)).show_form(form)

    def _form_edited_about(self, uid: str, voice: str, text: str) -> None:
        self._presenter.type_about(uid, voice, text)

    def _form_acted(self, name: str, uid: str) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.act(name, uid))

    def _commitment_edited(self, voice: str, text: str) -> None:
        self._presenter.type(voice, text)

    def _commitment_added(self) -> None:
        self.show_screen(self._presenter.add_commitment())

    def _commitment_removed(self, uid: str) -> None:
        self.show_screen(self._presenter.remove_commitment(uid))

    def _commitment_settled(self, uid: str, state: str) -> None:
        self.show_screen(self._presenter.settle(uid, state))

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the first words to be typed where the window is low."""
        self._prompt.set_compact(self.height() < _LOW)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed waits in a window that cannot be seen."""
        self._autosave.flush()
        super().hideEvent(event)


def _fill(field: VoiceField, box: Box) -> None:
    field.set_label(box.label)
    field.set_hint(box.hint)
    field.set_text(box.key, box.text)
