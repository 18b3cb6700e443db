"""Before a performance conversation: the sheet goes out, comes back, and the manager gets ready."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.performance import Leaning
from desktop.presenters.destination import Destination, Place
from desktop.presenters.performance.preparation import PreparePresenter
from desktop.presenters.performance.preparation_screen import MomentCard, PrepareScreen
from desktop.presenters.talk.conversation_screen import Box
from desktop.views.drop_area import DropArea
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
        self.show_screen(self._presenter.open(destination.uid))
        if destination.path:
            self.show_screen(self._presenter.take_in(Path(destination.path)))
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Hand on what is typed."""
        self._autosave.flush()

    def show_screen(self, screen: PrepareScreen) -> None:
        """Show what went out and what came back."""
        self._uid = screen.uid
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._timing.set_widgets([Banner(str(screen.timing.tone), screen.timing.text, dismissable=False)])
        self._timing.setVisible(not screen.sealed)
        self._show_sheet(screen)
        self._came_section.setVisible(bool(screen.came))
        self._came.setText(" ".join(part for part in (screen.came, screen.earlier) if part))
        answers = [column(Text(each.question, "muted"), Text(each.words)) for each in screen.answers]
        self._answers.set_widgets(answers)
        self._moment_section.setVisible(bool(screen.moments))
        self._moments.set_widgets([self._moment(each) for each in screen.moments])
        self._promise_section.setVisible(bool(screen.promises))
        self._promises.set_widgets([Text(each) for each in screen.promises])
        self._show_notes(screen)
        self._steps.set_widgets([row(Icon("check", "muted", 16), Text(each)) for each in screen.steps])
        self._context.show_panel(screen.context)

    def _show_sheet(self, screen: PrepareScreen) -> None:
        self._make.setText(_("Make it anew") if screen.made else _("Make the sheet"))
        self._make.setEnabled(not screen.sealed)
        self._made.setText(screen.made)
        self._made.setVisible(bool(screen.made))
        self._sent.setVisible(bool(screen.made))
        if not screen.sent_error:
            self._sent.set_text(screen.sent_on)
        self._sent.set_error(screen.sent_error)
        self._drop.setVisible(bool(screen.made) and not screen.sealed)

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
        self._build_sheet()
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
        mine = self._built_mine()
        sections = (
            self._came_section,
            self._moment_section,
            self._promise_section,
            mine,
            self._note_section,
            self._coach,
        )
        for part in (self._timing, self._sheet_section, *sections):
            self._page.add(part)
        self._context = ContextPanelView()
        self._page.add_context(self._context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _built_mine(self) -> Section:
        self._print = secondary(_("Print it"), icon="file-text")
        self._print.setObjectName("print-own")
        self._steps, self._notes = Rows(6), Rows(8)
        mine = Section(_("What you prepare"), action=self._print)
        mine.add(self._steps)
        self._note_section = Section(_("Your private notes"), _("The same as in the talk"))
        told = _("Never in a PDF. They are still personal data: the employee may ask to see them.")
        self._note_section.add(Text(told, "muted"))
        self._note_section.add(self._notes)
        self._coach = CoachPanel(self._presenter.set_aside)
        return mine

    def _build_sheet(self) -> None:
        told = _(
            "A PDF with the questions of this talk and room to write. It goes to the employee, comes back as a file, "
            "and shows you their view before yours. No score stands on it."
        )
        self._make = primary("", icon="file-text", kind=str(Kind.PERFORMANCE))
        self._make.setObjectName("make-sheet")
        self._made = Text("", "muted")
        self._sent = DateField(_("Sent on"), _("Empty while it waits"))
        self._sent.setObjectName("sheet-sent")
        self._drop = DropArea(_("Drop the sheet here when it comes back."), _("Choose the sheet…"))
        card = Card()
        for widget in (Text(told), row(self._make, None), self._made, self._sent, self._drop):
            card.add(widget)
        self._sheet_section = Section(_("The employee’s sheet"))
        self._sheet_section.add(card)

    def _build_moments(self) -> None:
        self._moment_section = Section(_("Their moments"))
        told = _(
            "You can take each one in as an observation, in their words. It counts as heard, because you were told; "
            "you choose whether it shows what went well or what can grow."
        )
        self._moments = Rows(8)
        self._moment_section.add(Text(told, "muted"))
        self._moment_section.add(self._moments)

    def _connect(self) -> None:
        self._talk.clicked.connect(self._go_to_talk)
        self._make.clicked.connect(self._make_sheet)
        self._sent.committed.connect(self._sent_said)
        self._drop.dropped.connect(self._came_back)
        self._print.clicked.connect(self._print_own)
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._presenter.type_private)

    # slots

    def _go_to_talk(self) -> None:
        self.go.emit(Destination(Place.CONVERSATION, self._uid, str(Kind.PERFORMANCE)))

    def _make_sheet(self) -> None:
        self.show_screen(self._presenter.make())

    def _print_own(self) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.print_own())

    def _sent_said(self) -> None:
        self.show_screen(self._presenter.set_sent(self._sent.text()))

    def _came_back(self, path: Path) -> None:
        self.show_screen(self._presenter.take_in(path))

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
