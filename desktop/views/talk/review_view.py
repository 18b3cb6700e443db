"""The review page: read the whole conversation, correct it, seal it."""

from datetime import datetime

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.note import Note
from desktop.presenters.destination import Destination, Place
from desktop.presenters.talk.coaching import Mark
from desktop.presenters.talk.conversation_screen import Box
from desktop.presenters.talk.review import ReviewPresenter, ReviewPrompt, ReviewScreen, ReviewSection
from desktop.views.saving import Autosave, SaveNews, Watch
from desktop.views.screen_view import ScreenView
from desktop.views.talk.advice_section import AdviceSection
from desktop.views.talk.context_panel import ContextPanelView
from desktop.views.talk.progress_line import ProgressLine
from desktop.views.widgets import (
    Banner,
    Card,
    Columns,
    DateField,
    EmptyState,
    LineField,
    Page,
    Question,
    Rows,
    SavedLine,
    Section,
    Text,
    VoiceField,
    column,
    primary,
    quiet,
    row,
    secondary,
)
from desktop.views.work import Work


class ReviewView(ScreenView):
    """Shows a draft whole. Sealing asks first: it is the one step that cannot be undone.

    `shown` is the screen that is shown now.
    """

    def __init__(self, presenter: ReviewPresenter, news: SaveNews) -> None:
        super().__init__()
        self._presenter = presenter
        self._news = news
        self._sealing = ""
        self.shown: ReviewScreen
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show a draft as it would be sealed."""
        self.show_screen(self._presenter.open(destination.uid))
        self._advice.look(self._presenter.advising())
        self._page.setEnabled(True)
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Hand on what is typed."""
        self._autosave.flush()

    def show_screen(self, screen: ReviewScreen) -> None:
        """Show the whole conversation."""
        self.shown = screen
        self._page.set_kind(screen.kind)
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._rule.setText(screen.rule)
        self._correction.setText(screen.correction)
        self._correction.setVisible(bool(screen.correction))
        self._held_on.set_text(screen.held_on)
        self._held_on.set_error(screen.held_on_error)
        self._near.setText(screen.near)
        self._day_reason.set_text(screen.day_reason)
        self._day_reason.set_error(screen.day_reason_error)
        self._day_reason.set_read_only(screen.sealed)
        for part in (self._near, self._day_reason):
            part.setVisible(bool(screen.near))
        self._left_over.set_widgets([Banner("warn", each, dismissable=False) for each in screen.left_over])
        self._sections.set_widgets(self._section_widgets(screen))
        self._cited.show_panel(screen.cited)
        self._held_on.set_read_only(screen.sealed)
        self._discard.setVisible(not screen.sealed)
        self._seal.setEnabled(screen.can_seal)

    def _build(self) -> None:
        self._page = Page()
        self._saved = SavedLine()
        self._page.add_action(self._saved)
        self._rule = Text("", role="muted")
        self._correction = Text("", role="strong")
        self._held_on = DateField(_("Held on"), _("For example 2026-03-31"))
        self._held_on.setObjectName("held-on")
        self._near = Text("", role="caption")
        self._near.setObjectName("near")
        self._day_reason = LineField(_("Why so close?"), _("The reason is kept with the talk, not in the note"))
        self._day_reason.setObjectName("day-reason")
        self._left_over = Rows()
        self._advice = AdviceSection()
        self._advice.setObjectName("advice")
        self._sections = Rows(spacing=16)
        day = row(self._held_on, None)
        close = (self._near, self._day_reason)
        for widget in (self._rule, self._correction, day, *close, self._left_over, self._sections, self._advice):
            self._page.add(widget)
        self._cited = ContextPanelView()
        self._page.add_context(self._cited)
        self._build_footer()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_footer(self) -> None:
        self._back = secondary(_("Back to the conversation"), icon="arrow-left")
        self._back.setObjectName("back-to-conversation")
        self._discard = quiet(_("Discard this draft"), icon="trash-2")
        self._discard.setObjectName("discard")
        self._seal = primary(_("Seal this note"), icon="lock")
        self._seal.setObjectName("seal")
        self._page.add_footer(self._back)
        self._page.add_footer(self._discard)
        self._page.add_footer(self._seal, right=True)

    def _connect(self) -> None:
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._words_due)
        self._held_on.committed.connect(self._held_on_committed)
        self._day_reason.committed.connect(self._day_reason_committed)
        self._back.clicked.connect(self._go_back)
        self._discard.clicked.connect(self._ask_discard)
        self._seal.clicked.connect(self._ask_seal)
        self._advice.place_wanted.connect(self._place_wanted)
        self._advice.set_aside.connect(self._set_aside)
        self._advice.taken_up.connect(self._taken_up)
        self._news.saved.connect(self._all_saved)
        self._news.failed.connect(self._saved.failed)

    def _section_widgets(self, screen: ReviewScreen) -> list[QWidget]:
        widgets: list[QWidget] = [self._section(each) for each in screen.sections]
        if not screen.can_seal:
            nothing = EmptyState(
                "book-open", _("Nothing that was said is noted yet. Go back and write the first words.")
            )
            widgets.insert(0, nothing)
        if screen.commitments:
            section = Section(_("Commitments"))
            for each in screen.commitments:
                card = Card()
                card.add(column(Text(each.text), Text(each.detail, role="caption")))
                section.add(card)
            widgets.append(section)
        return widgets

    def _section(self, shown: ReviewSection) -> QWidget:
        open_it = quiet(_("Open"), icon="pencil", key=str(shown.index))
        open_it.setAccessibleName(_("Open section {title}").format(title=shown.title))
        open_it.chosen.connect(self._section_chosen)
        section = Section(shown.title, action=open_it)
        for prompt in shown.prompts:
            section.add(self._prompt(prompt))
        if shown.missing:
            section.add(Text(_("Not answered: {prompts}").format(prompts=" · ".join(shown.missing)), role="caption"))
        return section

    def _prompt(self, shown: ReviewPrompt) -> QWidget:
        card = Card()
        if shown.about:
            card.add(Text(shown.about, role="caption"))
        card.add(Text(shown.text, role="strong"))
        for each in shown.rows:
            card.add(ProgressLine(each, label=bool(each.label)))
        if shown.boxes:
            card.add(Columns(*map(self._voice, shown.boxes), min_width=300))
        return card

    def _voice(self, box: Box) -> VoiceField:
        field = VoiceField(box.label, "", min_lines=1, max_lines=40)
        field.set_text(box.key, box.text)
        field.set_read_only(self.shown.sealed)
        watch = Watch(self._autosave, box.key)
        field.edited.connect(watch.changed)
        field.destroyed.connect(watch.deleteLater)
        return field

    # slots

    def _words_due(self, key: str, text: str) -> None:
        self._saved.saving()
        self._presenter.type(key, text)
        self._advice.look(self._presenter.advising())

    def _all_saved(self) -> None:
        self._saved.saved(f"{datetime.now():%H:%M}")

    def _held_on_committed(self) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.set_held_on(self._held_on.text()))

    def _day_reason_committed(self) -> None:
        if self._day_reason.text().strip() != self.shown.day_reason:
            self.show_screen(self._presenter.set_day_reason(self._day_reason.text()))

    def _section_chosen(self, index: str) -> None:
        self._autosave.flush()
        self.go.emit(Destination(Place.CONVERSATION, self.shown.uid, self.shown.kind, index))

    def _place_wanted(self, mark: Mark) -> None:
        self._section_chosen(self._presenter.section_of(mark))

    def _set_aside(self, mark: Mark, reason: str) -> None:
        if wrong := self._presenter.set_aside(mark, reason):
            self._advice.show_error(mark, wrong)
        else:
            self._advice.look(self._presenter.advising())

    def _taken_up(self, mark: Mark) -> None:
        if wrong := self._presenter.take_up(mark):
            self._advice.show_error(mark, wrong)
        else:
            self._advice.look(self._presenter.advising())

    def _go_back(self) -> None:
        self._autosave.flush()
        self.go.emit(Destination(Place.CONVERSATION, self.shown.uid, self.shown.kind))

    def _ask_seal(self) -> None:
        self._autosave.flush()
        pointed_out = self._advice.advice.question if self._advice.advice else ""
        words = "\n\n".join(each for each in (pointed_out, self.shown.seal_question) if each)
        question = Question(self._page, _("Seal this note?"), words, _("Seal this note"), dangerous=False)
        question.accepted.connect(self._do_seal)
        question.open()

    def _do_seal(self) -> None:
        self._page.setEnabled(False)  # a word typed now would come too late
        presenter, self._sealing = self._presenter, self.shown.uid
        uid = self._sealing
        work = Work(lambda report, cancelled: presenter.seal(uid))
        work.done.connect(self._sealed)
        work.failed.connect(self._refused)
        work.start()

    def _sealed(self, note: Note) -> None:
        if note.conversation_uid == self.shown.uid and self.isVisible():
            self.go.emit(Destination(Place.NOTE, note.uid, str(note.kind)))

    def _refused(self, sentence: str) -> None:
        if self._sealing == self.shown.uid:
            self._page.setEnabled(True)
            self.show_screen(self._presenter.refused(sentence))

    def _ask_discard(self) -> None:
        question = Question(
            self._page,
            _("Discard this draft?"),
            _("Everything written in this conversation will be deleted, private notes and preparation sheets too."),
            _("Discard this draft"),
            keep=_("Keep it"),
        )
        question.accepted.connect(self._do_discard)
        question.open()

    def _do_discard(self) -> None:
        self._autosave.flush()
        refused = self._presenter.discard()
        if refused:
            self.show_screen(refused)
        else:
            self.go.emit(Destination(Place.HOME))

    # events

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed waits in a window that cannot be seen."""
        self._autosave.flush()
        super().hideEvent(event)
