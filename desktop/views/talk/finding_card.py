"""One finding of the writing coach: which words, why, what to write instead, and a way to set it aside."""

from PySide6.QtCore import QTimer, Signal

from desktop.i18n import _
from desktop.presenters.talk.coaching import Mark
from desktop.views.tab_order import LAID_OUT, bring_into_view
from desktop.views.widgets import Card, Chip, LineField, Text, column, quiet, row, secondary

_TONES = {"breach": ("triangle-alert", "bad"), "suspect": ("circle-question-mark", "warn"), "hint": ("info", "neutral")}


class FindingCard(Card):
    """Shows a `Mark`; one that was set aside says why, and can be taken up again.

    Signals:
        place_wanted(Mark): to where the words stand.
        set_aside(Mark, str): it may stand, for this reason.
        taken_up(Mark): it may not stand after all.
    """

    place_wanted = Signal(object)
    set_aside = Signal(object, str)
    taken_up = Signal(object)

    def __init__(self, mark: Mark, place: str = "") -> None:
        super().__init__()
        self.mark = mark
        self._build(mark, place)
        self._connect()

    def show_error(self, sentence: str) -> None:
        """Say why it could not be set aside."""
        self._reason.set_error(sentence)

    def _build(self, mark: Mark, place: str) -> None:
        icon, tone = _TONES[mark.level]
        words = Text(f"“{mark.words}”", "strong")
        words.setObjectName("finding-words")
        self._show = quiet(place or _("Show the words"), icon="search")
        self._show.setObjectName("finding-show")
        self._stand = quiet(_("Set aside…"), icon="x")
        self._stand.setObjectName("finding-stand")
        self._again = quiet(_("Point it out again"), icon="refresh-cw")
        self._again.setObjectName("finding-again")
        self._build_reason()
        self.add(row(Chip(_level(mark.level), icon, tone), words))
        self.add(column(Text(mark.why), Text(mark.instead, "muted")))
        if mark.reason:
            self.add(Text(_("Set aside: {reason}").format(reason=mark.reason), "caption"))
        self.add(row(self._show, self._stand, self._again, None))
        self.add(self._asked)
        self._stand.setVisible(not mark.reason)
        self._again.setVisible(bool(mark.reason))

    def _build_reason(self) -> None:
        self._reason = LineField(_("Why may this stand?"), _("It is kept with the conversation, never in the PDF."))
        self._reason.setObjectName("finding-reason")
        self._keep = secondary(_("Set it aside"), icon="check")
        self._keep.setObjectName("finding-keep")
        self._asked = column(self._reason, row(self._keep, None))
        self._asked.hide()

    def _connect(self) -> None:
        self._show.clicked.connect(self._place_clicked)
        self._stand.clicked.connect(self._stand_clicked)
        self._again.clicked.connect(self._again_clicked)
        self._keep.clicked.connect(self._keep_clicked)

    # slots

    def _place_clicked(self) -> None:
        self.place_wanted.emit(self.mark)

    def _stand_clicked(self) -> None:
        self._asked.show()
        self._reason.setFocus()
        QTimer.singleShot(LAID_OUT, self._reveal)

    def _reveal(self) -> None:
        bring_into_view(self._asked)

    def _keep_clicked(self) -> None:
        self.set_aside.emit(self.mark, self._reason.text())

    def _again_clicked(self) -> None:
        self.taken_up.emit(self.mark)


def _level(level: str) -> str:
    return {"breach": _("Not here"), "suspect": _("Read it again"), "hint": _("Hint")}[level]
