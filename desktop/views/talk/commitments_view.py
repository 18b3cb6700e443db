"""Who does what by when, within a conversation."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.conversation import Promise, Voice
from desktop.presenters.talk.conversation_screen import CommitmentRow, Commitments
from desktop.views.tab_order import LAID_OUT, bring_into_view
from desktop.views.widgets import (
    AreaField,
    Button,
    Card,
    ChoiceField,
    Columns,
    DateField,
    Editor,
    Rows,
    Section,
    Text,
    column,
    icon_button,
    row,
    secondary,
)


class CommitmentsView(QWidget):
    """The commitments of a talk, those carried from earlier ones, and a form for another.

    Signals:
        edited(str, str): voice name and newest text of a field of the form.
        add_wanted(): the button of the form.
        remove_wanted(str): uid of a commitment of this talk.
        settled(str, str): uid and new state of a carried commitment.
    """

    edited = Signal(str, str)
    add_wanted = Signal()
    remove_wanted = Signal(str)
    settled = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_commitments(self, shown: Commitments) -> None:
        """Show the rows and the form; the form is open where the prompt is about commitments."""
        self._rows.set_widgets([self._row(each) for each in shown.rows])
        self._rows.setVisible(bool(shown.rows))
        self._what.set_text(shown.form.text)
        self._who.set_options([(owner, owner) for owner in shown.owners], key=shown.form.owner)
        self._when.set_text(shown.form.due)
        self._what.set_error(shown.errors.get("promise", ""))
        self._when.set_error(shown.errors.get("due", ""))
        self._open_form(shown.prominent or bool(shown.form.text or shown.errors))

    def editor(self) -> Editor:
        """Return where a commitment is written."""
        return self._what.editor()

    def focus_form(self) -> None:
        """Open the form and put the cursor into it."""
        self._open_form(True)
        self._what.setFocus()
        QTimer.singleShot(LAID_OUT, self._reveal)

    def _build(self) -> None:
        self._opener = secondary(_("Add a commitment"), icon="flag")
        self._opener.setObjectName("open-commitment")
        self._section = Section(_("Commitments"), _("Who does what by when; carried until it is kept or dropped"))
        self._rows = Rows()
        self._what = AreaField(_("What will be done"), min_lines=1, max_lines=4)
        self._what.setObjectName("commitment-what")
        self._who = ChoiceField(_("Who"))
        self._who.setObjectName("commitment-who")
        self._when = DateField(_("By when"), _("For example 2026-03-31"))
        self._when.setObjectName("commitment-when")
        self._add = secondary(_("Add this commitment"), icon="plus")
        self._add.setObjectName("commitment-add")
        self._form = Card()
        self._form.add(self._what)
        self._form.add(Columns(self._who, self._when, min_width=200))
        self._form.add(row(self._add, None))
        self._section.add(self._rows)
        self._section.add(self._form)
        self._closed = row(self._opener, None)
        self._section.add(self._closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._section)

    def _connect(self) -> None:
        self._opener.clicked.connect(self.focus_form)
        self._add.clicked.connect(self._flush_and_add)
        self._what.edited.connect(self._what_edited)
        self._who.chosen.connect(self._who_chosen)
        self._when.edited.connect(self._when_edited)

    def _row(self, shown: CommitmentRow) -> QWidget:
        buttons: list[Button] = []
        if shown.carried:
            buttons = [
                secondary(_("Kept"), icon="check", key=f"{shown.uid}/{Promise.KEPT}"),
                secondary(_("Dropped"), icon="x", key=f"{shown.uid}/{Promise.DROPPED}"),
            ]
            for button in buttons:
                button.chosen.connect(self._settle_chosen)
        else:
            remove = icon_button("trash-2", _("Remove this commitment"), key=shown.uid)
            remove.chosen.connect(self.remove_wanted)
            buttons = [remove]
        words = column(Text(shown.text), Text(shown.detail, role="caption"))
        card = Card()
        card.add(row(words, *buttons))
        return card

    def _open_form(self, opened: bool) -> None:
        self._form.setVisible(opened)
        self._closed.setVisible(not opened)

    # slots

    def _reveal(self) -> None:
        bring_into_view(self._form)

    def _what_edited(self, text: str) -> None:
        self.edited.emit(str(Voice.PROMISE), text)

    def _who_chosen(self, owner: str) -> None:
        self.edited.emit(str(Voice.OWNER), owner)

    def _when_edited(self, text: str) -> None:
        self.edited.emit(str(Voice.DUE), text)

    def _flush_and_add(self) -> None:
        self.edited.emit(str(Voice.OWNER), self._who.key())
        self.add_wanted.emit()
        wrong = self._when if self._when.error() and not self._what.error() else self._what
        (self._opener if self._form.isHidden() else wrong).setFocus()

    def _settle_chosen(self, key: str) -> None:
        uid, state = key.rsplit("/", 1)
        self.settled.emit(uid, state)
