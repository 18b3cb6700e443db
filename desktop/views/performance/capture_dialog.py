"""The form for a moment, over whatever is on the screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.performance.capture import CapturePresenter, CaptureScreen
from desktop.presenters.performance.evidence_words import leanings, senses
from desktop.views import theme
from desktop.views.saving import Autosave, Watch
from desktop.views.talk.coach_marks import CoachMarks, Look
from desktop.views.widgets import (
    AreaField,
    Banner,
    ChoiceField,
    Columns,
    DateField,
    Question,
    Rows,
    Text,
    column,
    primary,
    quiet,
    row,
    secondary,
    set_kind,
)
from desktop.views.widgets.page_parts import ScrollColumn

WIDTH, HEIGHT = 640, 700
_EDGE = 24


class CaptureDialog(QDialog):
    """Writes down one moment; closing it loses nothing.

    Signals:
        kept(str): a moment was kept or deleted; a sentence that says so.
    """

    kept = Signal(str)

    def __init__(self, parent: QWidget, presenter: CapturePresenter, look: Look | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        set_kind(self, "performance")
        self._presenter = presenter
        self._build()
        self._connect()
        for marks in self._marks:
            marks.turn_to(look)
        self.resize(WIDTH, min(HEIGHT, max(parent.height() - 24, 420)))

    def begin(self, person_uid: str = "", uid: str = "") -> None:
        """Show the form about a person, or the observation of a uid, with the keyboard where the words begin."""
        screen = self._presenter.open(person_uid, uid)
        self.show_screen(screen)
        first = self._choices["person_uid"] if not screen.typed.person_uid else self._texts["situation"]
        first.setFocus()

    def show_screen(self, screen: CaptureScreen) -> None:
        """Show the form as it stands."""
        self.setWindowTitle(screen.title)
        self._title.setText(screen.title)
        self._hint.setText(screen.hint)
        offered = {
            "person_uid": screen.people,
            "leaning": (("", _("Not said")), *leanings()),
            "sense": (("", _("Not said")), *senses()),
            "expectation_uid": screen.expectations,
            "fact_uid": screen.facts,
            "topic": screen.topics,
        }
        for name, choice in self._choices.items():
            choice.set_options(offered[name], getattr(screen.typed, name))
        for name, field in self._texts.items():
            field.set_text(getattr(screen.typed, name))
        for name, shown in (self._choices | self._texts).items():
            shown.set_error(screen.errors.get(name, ""))
        self._delete.setVisible(screen.can_delete)
        self._clear.setVisible(not screen.can_delete)
        self._problem.set_widgets([Banner("bad", screen.problem)] if screen.problem else [])

    def done(self, result: int) -> None:
        """Hand on what is typed before the form goes."""
        self._autosave.flush()
        super().done(result)

    def _build(self) -> None:
        self._title, self._hint, self._problem = Text("", "h2"), Text("", "caption"), Rows()
        self._build_fields()
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setSpacing(theme.current().space.m)
        fields, texts = self._choices, self._texts
        rows = (
            Columns(fields["person_uid"], texts["observed_on"], min_width=220),
            *(texts[name] for name in ("situation", "behaviour", "impact")),
            Columns(fields["leaning"], fields["sense"], min_width=220),
            Columns(fields["expectation_uid"], fields["fact_uid"], fields["topic"], min_width=160),
        )
        self._advice = Text("", "caption")
        self._advice.setObjectName("capture-advice")
        self._advice.hide()
        for widget in (self._problem, *rows[:4], self._advice, *rows[4:]):
            form.addWidget(widget)
        form.addStretch(1)
        head = column(self._title, self._hint)
        head.setContentsMargins(_EDGE, 16, _EDGE, 8)
        scrolled = ScrollColumn()
        scrolled.set_edges(_EDGE, _EDGE)
        scrolled.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self._buttons())

    def _build_fields(self) -> None:
        self._choices = {
            "person_uid": ChoiceField(_("Who")),
            "leaning": ChoiceField(_("It went well, or could grow")),
            "sense": ChoiceField(_("How you know")),
            "expectation_uid": ChoiceField(_("For the expectation")),
            "fact_uid": ChoiceField(_("For the key result")),
            "topic": ChoiceField(_("For the question")),
        }
        self._texts: dict[str, AreaField | DateField] = {
            "observed_on": DateField(_("When"), _("For example 2026-03-31")),
            "situation": AreaField(_("Situation"), placeholder=_("When and where was it?")),
            "behaviour": AreaField(_("Behaviour"), placeholder=_("What did you see or hear?")),
            "impact": AreaField(_("Impact"), placeholder=_("What came of it, for whom?")),
        }
        self._marks = [CoachMarks(field.editor()) for field in self._texts.values() if isinstance(field, AreaField)]
        for name, field in (self._choices | self._texts).items():
            field.setObjectName(f"capture-{name}")

    def _buttons(self) -> QWidget:
        self._keep = primary(_("Keep this moment"), icon="check")
        self._keep.setObjectName("capture-keep")
        self._keep.setToolTip(_("Ctrl+Enter"))
        self._keep.setAutoDefault(False)
        self._close = secondary(_("Go on later"))
        self._close.setObjectName("capture-close")
        self._clear = quiet(_("Clear"), icon="x")
        self._clear.setObjectName("capture-clear")
        self._delete = quiet(_("Delete"), icon="trash-2")
        self._delete.setObjectName("capture-delete")
        buttons = row(self._clear, self._delete, None, self._close, self._keep)
        buttons.setContentsMargins(_EDGE, 8, _EDGE, 16)
        return buttons

    def _connect(self) -> None:
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._presenter.type)
        for name, field in self._texts.items():
            field.edited.connect(Watch(self._autosave, name).changed)
        for marks in self._marks:
            marks.told.connect(self._advised)
        for choice in self._choices.values():
            choice.chosen.connect(self._chosen)
        self._keep.clicked.connect(self._do_keep)
        self._close.clicked.connect(self.reject)
        self._clear.clicked.connect(self._do_clear)
        self._delete.clicked.connect(self._ask_delete)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._do_keep)

    def _take(self, screen: CaptureScreen) -> None:
        self.show_screen(screen)
        if screen.kept:
            self.kept.emit(screen.kept)
            self.accept()
        elif screen.errors:
            (self._choices | self._texts)[next(iter(screen.errors))].setFocus()

    # slots

    def _advised(self) -> None:
        """Say below the words what the writing coach points out in them."""
        found = [mark for marks in self._marks for mark in marks.advice.marks]
        self._advice.setText("\n".join(f"“{mark.words}”: {mark.why} {mark.instead}" for mark in found))
        self._advice.setVisible(bool(found))

    def _chosen(self, key: str) -> None:
        self._autosave.flush()
        name = self.sender().objectName().removeprefix("capture-")
        self.show_screen(self._presenter.choose(name, key))

    def _do_keep(self) -> None:
        self._autosave.flush()
        self._take(self._presenter.keep())

    def _do_clear(self) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.clear())
        self._texts["situation"].setFocus()

    def _ask_delete(self) -> None:
        question = Question(
            self, _("Delete this moment?"), _("It cannot be brought back."), _("Delete"), keep=_("Keep it")
        )
        question.accepted.connect(self._do_delete)
        question.open()

    def _do_delete(self) -> None:
        self._take(self._presenter.delete())
