"""An answer that was given: what was chosen, and every word of the comment, to be read only."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.views.widgets import AreaField, Card, Facts, Rows, Section

_SHORT = 200
"""Characters; a longer text, or one of several lines, stands in a field of its own that scrolls."""


class AnswerCard(Section):
    """Shows an answer as pairs of label and words."""

    def __init__(self) -> None:
        super().__init__(_("The answer in this file"))
        self.setObjectName("respond-given")
        self._rows = Rows(10)
        card = Card()
        card.add(self._rows)
        self.add(card)

    def show_answer(self, answer: Sequence[tuple[str, str]]) -> None:
        """Show this answer instead of the one before."""
        self._rows.set_widgets([_shown(label, words) for label, words in answer])


def _shown(label: str, words: str) -> QWidget:
    if len(words) <= _SHORT and "\n" not in words:
        return Facts([(label, words)])
    field = AreaField(label, min_lines=1, max_lines=14)
    field.set_text(words)
    field.set_read_only(True)
    return field
