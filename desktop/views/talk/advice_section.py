"""What the writing coach says to a whole conversation, before it is sealed."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.talk.coaching import Mark, WholeAdvice
from desktop.views.talk.finding_card import FindingCard
from desktop.views.widgets import Rows, Section, Text
from desktop.views.work import Work

Advising = Callable[[], WholeAdvice]


class AdviceSection(Section):
    """Open findings, those that were set aside with the reason, and what the coach cannot see.

    Signals:
        place_wanted(Mark): to where the words stand.
        set_aside(Mark, str): it may stand, for this reason.
        taken_up(Mark): it may not stand after all.
    """

    place_wanted = Signal(object)
    set_aside = Signal(object, str)
    taken_up = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Writing coach"), _("Rules on this computer; nobody is scored by it"))
        self.advice: WholeAdvice | None = None
        self._work: Work | None = None
        self._summary = Text("")
        self._summary.setObjectName("advice-summary")
        self._open, self._aside = Rows(6), Rows(6)
        self._limits = Text("", "caption")
        for widget in (self._summary, self._open, self._aside, self._limits):
            self.add(widget)
        self.hide()

    def look(self, advising: Advising | None) -> None:
        """Have the conversation looked at, on another thread; None looks at nothing."""
        self._work = None
        if advising is None:
            self.hide()
            return
        self._work = Work(lambda report, cancelled: advising())
        self._work.done.connect(self._done)
        self._work.start()

    def show_error(self, mark: Mark, sentence: str) -> None:
        """Say at its card why a finding could not be set aside."""
        for card in self.findChildren(FindingCard):
            if card.mark == mark:
                card.show_error(sentence)

    def _show(self, advice: WholeAdvice) -> None:
        self.advice = advice
        self._summary.setText(_summary(advice))
        self._open.set_widgets([self._card(mark) for mark in advice.marks])
        self._aside.set_widgets([self._card(mark) for mark in advice.set_aside])
        self._open.setVisible(bool(advice.marks))
        self._aside.setVisible(bool(advice.set_aside))
        self._limits.setText(" ".join(each for each in (advice.unchecked, advice.limits) if each))
        self.show()

    def _card(self, mark: Mark) -> FindingCard:
        card = FindingCard(mark, _("Go to the words"))
        card.place_wanted.connect(self.place_wanted)
        card.set_aside.connect(self.set_aside)
        card.taken_up.connect(self.taken_up)
        return card

    # slots

    def _done(self, advice: WholeAdvice) -> None:
        if self.sender() is self._work:
            self._show(advice)


def _summary(advice: WholeAdvice) -> str:
    if advice.marks:
        return _("Read these words again before you seal them.")
    return _("Nothing is pointed out.") if not advice.unchecked else _("Nothing is pointed out in what could be read.")
