"""The writing coach beside the fields of a step: what it points out in them, and what became of it."""

from collections.abc import Callable, Mapping

from desktop.coach.advice import limits
from desktop.i18n import _
from desktop.presenters.coaching import Mark, open_marks
from desktop.views.coach_marks import CoachMarks, Look
from desktop.views.finding_card import FindingCard
from desktop.views.widgets import Editor, Rows, Section, Text

SetAside = Callable[[Mark, str], str]
"""A mark and why it may stand in, what is wrong out ("" if it was kept)."""


class CoachPanel(Section):
    """The findings in the watched editors (by voice); there only while there is something to say."""

    def __init__(self, editors: Mapping[str, Editor], set_aside: SetAside) -> None:
        super().__init__(_("Writing coach"), _("Rules on this computer; nobody is scored by it"))
        self._set_aside = set_aside
        self._marks = {voice: CoachMarks(editor) for voice, editor in editors.items()}
        self._shown: tuple[Mark, ...] = ()
        self._question = ""
        self._cards = Rows(6)
        self._unchecked = Text("", "caption")
        self._unchecked.setObjectName("coach-unchecked")
        for widget in (self._cards, self._unchecked, Text(limits(), "caption")):
            self.add(widget)
        self.hide()
        for marks in self._marks.values():
            marks.told.connect(self._told)

    def turn_to(self, question: str, looks: Mapping[str, Look]) -> None:
        """Look at the fields of another `question` (a key) by their voices; those without a look are left alone."""
        if question != self._question:
            self._question = question
            for voice, marks in self._marks.items():
                marks.turn_to(looks.get(voice))

    def _card(self, mark: Mark) -> FindingCard:
        card = FindingCard(mark)
        card.place_wanted.connect(self._place_wanted)
        card.set_aside.connect(self._stands)
        return card

    # slots

    def _told(self) -> None:
        advice = [marks.advice for marks in self._marks.values()]
        marks = tuple(open_marks(advice))
        if marks != self._shown:
            self._shown = marks
            self._cards.set_widgets([self._card(mark) for mark in marks])
        unchecked = next((each.unchecked for each in advice if each.unchecked), "")
        self._unchecked.setText(unchecked)
        self._unchecked.setVisible(bool(unchecked))
        self.setVisible(bool(marks or unchecked))

    def _place_wanted(self, mark: Mark) -> None:
        self._marks[mark.spot.voice].select(mark)

    def _stands(self, mark: Mark, reason: str) -> None:
        wrong = self._set_aside(mark, reason)
        card = self.sender()
        if wrong and isinstance(card, FindingCard):
            card.show_error(wrong)
        elif not wrong:
            self._marks[mark.spot.voice].look()
