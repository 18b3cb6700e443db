"""Before a performance conversation: the sheet goes out, comes back, and the manager gets ready."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.performance import Leaning
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Notice
from desktop.presenters.performance.preparation import PreparePresenter
from desktop.presenters.performance.preparation_screen import MomentCard, PrepareScreen
from desktop.presenters.talk.conversation_screen import Box
from desktop.views.performance.own_sheet_section import OwnSheetSection
from desktop.views.performance.sheet_section import SheetSection
from desktop.views.saving import Autosave, Watch
from desktop.views.screen_view import ScreenView
from desktop.views.talk.coach_panel import CoachPanel
from desktop.views.talk.context_panel import ContextPanelView
from desktop.views.widgets import (
    Banner,
    Card,
    DateField,
    Icon,
    NoteField,
    Page,
    Rows,
    Section,
    Text,
    column,
    primary,
    row,
    secondary,
)


class PreparationView(ScreenView):
    """Shows the preparation of one talk."""

    def __init__(self, presenter: PreparePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._uid = ""
        self._noted = ""
        self._fields: dict[str, NoteField] = {}
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show a talk's preparation, and take in the sheet that the destination names."""
        self._drop_work()
        self.show_screen(self._presenter.open(destination.uid))
        if destination.path:
            self._sheet.take_in(Path(destination.path))
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Hand on what is typed, and wait for no sheet any more."""
        self._autosave.flush()
        self._drop_work()

    def show_screen(self, screen: PrepareScreen) -> None:
        """Show what went out and what came back."""
        self._uid = screen.uid
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._timing.set_widgets([Banner(str(screen.timing.tone), screen.timing.text, dismissable=False)])
        self._timing.setVisible(not screen.sealed)
        self._sheet.show_screen(screen)
        self._came_section.setVisible(bool(screen.came))
        self._came.setText(" ".join(part for part in (screen.came, screen.earlier) if part))
        answers = [column(Text(each.question, "muted"), Text(each.words)) for each in screen.answers]
        self._answers.set_widgets(answers)
        self._moment_section.setVisible(bool(screen.moments))
        self._moments.set_widgets([self._moment(each) for each in screen.moments])
        self._promise_section.setVisible(bool(screen.promises))
        self._promises.set_widgets([Text(each) for each in screen.promises])
        self._show_notes(screen)
        self._mine.show_steps(screen.steps)
        self._context.show_panel(screen.context)

    def _show_notes(self, screen: PrepareScreen) -> None:
        """Write the notes only when they are another talk's, or the page is opened anew."""
        key = screen.notes[0].key if screen.notes else ""
        if key != self._noted:
            self._noted = key
            self._fields = {box.voice: self._note(box) for box in screen.notes}
            self._notes.set_widgets(list(self._fields.values()))
        self._notes.setEnabled(not screen.sealed)
        looks = self._presenter.looks()
        self._coach.turn_to(key, {spot: (self._fields[spot.prompt_id].editor(), look) for spot, look in looks.items()})

    def _note(self, box: Box) -> NoteField:
        field = NoteField(box.label)
        field.setObjectName(f"note-{box.voice}")
        field.set_text(box.key, box.text)
        field.edited.connect(Watch(self._autosave, box.voice).changed)
        return field

    def _moment(self, shown: MomentCard) -> "MomentView":
        view = MomentView(shown)
        view.wanted.connect(self._moment_wanted)
        view.day_typed.connect(self._presenter.type_day)
        return view

    def _build(self) -> None:
        self._page = Page(icon="list-checks", kind=str(Kind.PERFORMANCE))
        self._talk = primary(_("Go to the talk"), icon="arrow-right", kind=str(Kind.PERFORMANCE))
        self._talk.setObjectName("go-to-talk")
        self._page.add_action(self._talk)
        self._timing = Rows()
        self._sheet, self._mine = SheetSection(self._presenter), OwnSheetSection(self._presenter.printing)
        self._came_section = Section(_("Their words"))
        self._came = Text("", "caption")
        self._answers = Rows(12)
        card = Card()
        for widget in (self._came, self._answers):
            card.add(widget)
        self._came_section.add(card)
        self._build_moments()
        self._promise_section, self._promises = Section(_("Open from last time")), Rows(6)
        self._promise_section.add(self._promises)
        self._build_notes()
        theirs = (self._came_section, self._moment_section, self._promise_section)
        for part in (self._timing, self._sheet, *theirs, self._mine, self._note_section, self._coach):
            self._page.add(part)
        self._context = ContextPanelView()
        self._page.add_context(self._context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_notes(self) -> None:
        self._notes = Rows(8)
        self._note_section = Section(_("Your private notes"), _("The same as in the talk"))
        told = _("Never in a PDF. They are still personal data: the employee may ask to see them.")
        self._note_section.add(Text(told, "muted"))
        self._note_section.add(self._notes)
        self._coach = CoachPanel(self._presenter.set_aside)

    def _build_moments(self) -> None:
        self._moment_section = Section(_("Their moments"))
        told = _(
            "You can take each one in as an observation, in their words. It counts as heard, because you were told; "
            "you choose whether it shows what went well or what can grow."
        )
        self._moments = Rows(8)
        self._moment_section.add(Text(told, "muted"))
        self._moment_section.add(self._moments)

    def _drop_work(self) -> None:
        for part in (self._sheet, self._mine):
            part.drop_work()

    def _connect(self) -> None:
        self._talk.clicked.connect(self._go_to_talk)
        self._autosave = Autosave(self)
        self._sheet.sent_said.connect(self._sent_said)
        self._sheet.noticed.connect(self._noticed)
        self._mine.wanted.connect(self._autosave.flush)
        self._mine.noticed.connect(self._noticed)
        self._autosave.due.connect(self._presenter.type_private)

    # slots

    def _go_to_talk(self) -> None:
        self.go.emit(Destination(Place.CONVERSATION, self._uid, str(Kind.PERFORMANCE)))

    def _noticed(self, notice: Notice) -> None:
        self.show_screen(self._presenter.told(notice))

    def _sent_said(self, text: str) -> None:
        self.show_screen(self._presenter.set_sent(text))

    def _moment_wanted(self, mark: str, leaning: str) -> None:
        self.show_screen(self._presenter.take_moment(mark, leaning))

    # events

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed waits in a window that cannot be seen."""
        self._autosave.flush()
        super().hideEvent(event)


class MomentView(Card):
    """One moment of the sheet, with the day it counts for and what it shows.

    Signals:
        wanted(str, str): the mark and the leaning of a moment to be taken in.
        day_typed(str, str): the mark and the day as it is typed.
    """

    wanted = Signal(str, str)
    day_typed = Signal(str, str)

    def __init__(self, shown: MomentCard) -> None:
        super().__init__()
        self._mark = shown.mark
        if shown.when:
            self.add(Text(shown.when, "strong"))
        for label, words in shown.words:
            self.add(column(Text(label, "caption"), Text(words)))
        if shown.taken:
            self.add(row(Icon("check", "good", 16), Text(shown.taken, "muted")))
            return
        self._day = DateField(_("Day"))
        self._day.setObjectName("moment-day")
        self._day.set_text(shown.day)
        self._day.set_error(shown.error)
        self._day.edited.connect(self._day_edited)
        self.add(self._day)
        self.add(row(*self._buttons(), None))

    def _buttons(self) -> tuple[QWidget, QWidget]:
        good = secondary(_("Take in as positive"), icon="plus")
        good.setObjectName("moment-positive")
        good.clicked.connect(self._take_positive)
        grow = secondary(_("Take in as developmental"), icon="plus")
        grow.setObjectName("moment-developmental")
        grow.clicked.connect(self._take_developmental)
        return good, grow

    # slots

    def _day_edited(self, text: str) -> None:
        self.day_typed.emit(self._mark, text)

    def _take_positive(self) -> None:
        self.wanted.emit(self._mark, str(Leaning.POSITIVE))

    def _take_developmental(self) -> None:
        self.wanted.emit(self._mark, str(Leaning.DEVELOPMENTAL))
