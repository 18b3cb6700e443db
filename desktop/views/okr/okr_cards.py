"""Objectives and key results as cards."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.okr.okrs_screen import KeyResultRow, ObjectiveCard, ReflectionWords
from desktop.views.talk.progress_line import ProgressLine
from desktop.views.typed_form import fill
from desktop.views.widgets import (
    Button,
    Card,
    Chip,
    Facts,
    Rows,
    Text,
    icon_button,
    quiet,
    row,
    secondary,
)

BUTTON_HEIGHT = 34


class ObjectiveView(QWidget):
    """An objective with its key results, and the form that is open at one of them.

    Signals:
        acted(str): a button: its action and the uid it is about, with a space between.
    """

    acted = Signal(str)

    def __init__(self, shown: ObjectiveCard, place: str, form: QWidget | None) -> None:
        super().__init__()
        self._form = form
        self._place = place
        card = Card()
        card.add(self._head(shown))
        for words in (shown.why_now, shown.reason):
            if words:
                card.add(Text(words, role="caption"))
        results = Rows(18)
        for each in shown.key_results:
            results.add(self._key_result(each))
        if shown.key_results:
            card.add(results)
        self._put_form(card, shown.uid)
        card.add(row(self._button(quiet, _("Add a key result"), "plus", f"key-result {shown.uid}"), None))
        fill(self, card)

    def _head(self, shown: ObjectiveCard) -> QWidget:
        title = Text(shown.title, role="h2")
        edit = self._icon("pencil", _("Change this objective"), f"edit-objective {shown.uid}")
        delete = self._icon("trash-2", _("Delete this objective"), f"delete-objective {shown.uid}")
        return _spread(title, edit, delete)

    def _key_result(self, shown: KeyResultRow) -> QWidget:
        rows = Rows(6)
        shared = [Chip(_("Shared"), icon="share-2", tone="performance")] if shown.shared else []
        check_in = [self._button(secondary, _("Check in"), "", f"check-in {shown.uid}")] if shown.can_check_in else []
        arrow = "chevron-down" if shown.expanded else "chevron-right"
        name = _("Hide the details") if shown.expanded else _("Levels, history, sharing")
        details = self._icon(arrow, name, f"toggle {shown.uid}")
        rows.add(_spread(Text(shown.title, role="strong"), *shared, *check_in, details))
        rows.add(ProgressLine(shown.row, label=False, outcome=shown.outcome))
        if shown.late:
            rows.add(Text(shown.late, role="caption"))
        if shown.pay:
            rows.add(Text(shown.pay, role="caption"))
        if shown.pay_link:
            rows.add(Text(shown.pay_link, role="error"))
        if shown.expanded:
            self._details(rows, shown)
        self._put_form(rows, shown.uid)
        return rows

    def _details(self, rows: Rows, shown: KeyResultRow) -> None:
        if shown.levels:
            rows.add(Text(" · ".join(f"{name} {amount}" for name, amount in shown.levels), role="caption"))
        name = shown.neutral_name or _("none yet")
        rows.add(Text(_("Neutral name: {name}").format(name=name), role="caption"))
        if shown.reflection:
            rows.add(_reflection(shown.reflection))
        if shown.history:
            rows.add(Text(_("Check-ins"), role="strong"))
            history = Facts(tuple((each.value, each.detail) for each in shown.history))
            history.setObjectName(f"history {shown.uid}")
            rows.add(history)
        share = _("What is shared") if shown.shared else _("Share with performance conversations")
        buttons = (
            self._button(secondary, share, "share-2", f"sharing {shown.uid}"),
            self._button(secondary, _("Value and pay"), "handshake", f"pay {shown.uid}"),
            self._button(secondary, _("Change"), "pencil", f"edit-key-result {shown.uid}"),
            self._button(quiet, _("Delete"), "trash-2", f"delete-key-result {shown.uid}"),
        )
        rows.add(row(*buttons, None))

    def _put_form(self, into: Card | Rows, uid: str) -> None:
        if self._form and uid == self._place:
            into.add(self._form)

    def _button(self, make: Callable[[str, str, str, str], Button], label: str, icon: str, key: str) -> Button:
        return self._wired(make(label, icon, "", key), key)

    def _icon(self, icon: str, name: str, key: str) -> Button:
        return self._wired(icon_button(icon, name, key), key)

    def _wired(self, button: Button, key: str) -> Button:
        button.setObjectName(key)
        button.chosen.connect(self.acted)
        return button


def _reflection(shown: ReflectionWords) -> QWidget:
    words = (shown.outcome, shown.learning, shown.decision, shown.rescored)
    rows = Rows(4)
    rows.add(Text(shown.final, role="strong"))
    for each in words:
        if each:
            rows.add(Text(each))
    return rows


def _spread(words: Text, *beside: QWidget) -> QWidget:
    """Return a line whose words take what the widgets beside them leave; these stay level with its first line."""
    words.setMinimumHeight(BUTTON_HEIGHT)
    words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(words, 1)
    for widget in beside:
        place = row(widget)
        place.setFixedHeight(BUTTON_HEIGHT)
        layout.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    return line
