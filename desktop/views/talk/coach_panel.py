"""The writing coach beside the fields of a step: what it points out in them, and what became of it."""

from collections.abc import Callable, Mapping

from desktop.coach.advice import limits
from desktop.i18n import _
from desktop.presenters.talk.coaching import Mark, Spot, open_marks
from desktop.views.talk.coach_marks import CoachMarks, Look
from desktop.views.talk.finding_card import FindingCard
from desktop.views.widgets import Editor, Rows, Section, Text

Watched = Mapping[Spot, tuple[Editor, Look]]
"""The editors whose words are looked at, by where these words stand, each with what looks."""

SetAside = Callable[[Mark, str], str]
"""A mark and why it may stand in, what is wrong out ("" if it was kept)."""


class CoachPanel(Section):
    """The findings in the watched editors; there only while there is something to say."""

    def __init__(self, set_aside: SetAside) -> None:
        super().__init__(_("Writing coach"), _("Rules on this computer; nobody is scored by it"))
        self._set_aside = set_aside
        self._marks: dict[Spot, CoachMarks] = {}
        self._shown: tuple[Mark, ...] = ()
        self._visit = ""
        self._cards = Rows(6)
        self._unchecked = Text("", "caption")
        self._unchecked.setObjectName("coach-unchecked")
        for widget in (self._cards, self._unchecked, Text(limits(), "caption")):
            self.add(widget)
        self.hide()

    def turn_to(self, visit: str, watched: Watched) -> None:
        """Look at these fields from now on; within one `visit` (a key) those looked at already go on as they are."""
        for spot, marks in list(self._marks.items()):
            if visit != self._visit or spot not in watched or not marks.belongs_to(watched[spot][0]):
                self._marks.pop(spot).end()
        self._visit = visit
        for spot, (editor, look) in watched.items():
            if spot in self._marks:
                self._marks[spot].look_again()
            else:
                self._watch(spot, editor, look)
        self._told()

    def _watch(self, spot: Spot, editor: Editor, look: Look) -> None:
        marks = self._marks[spot] = CoachMarks(editor)
        marks.told.connect(self._told)
        marks.turn_to(look)

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
        self._marks[mark.spot].select(mark)

    def _stands(self, mark: Mark, reason: str) -> None:
        wrong = self._set_aside(mark, reason)
        card = self.sender()
        if wrong and isinstance(card, FindingCard):
            card.show_error(wrong)
        elif not wrong:
            self._marks[mark.spot].look()
