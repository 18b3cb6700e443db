"""A sentence at the top of a screen: what happened, and perhaps what one can do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.widgets.announce import announce
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.button import icon_button, secondary
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.painting import paint_ground
from desktop.views.widgets.text import Text

ICONS = {"info": "info", "good": "circle-check", "warn": "triangle-alert", "bad": "circle-x"}
_GROUNDS = {"info": "soft", "good": "good_soft", "warn": "warn_soft", "bad": "bad_soft"}


def tone_role(tone: str) -> str:
    """Return the role of a tone's strong colour."""
    return "accent" if tone == "info" else tone


class Banner(QWidget):
    """A sentence with its tone ("info", "good", "warn", "bad"); a screen reader says it when it appears.

    Signals:
        acted(): the action was pressed.
        dismissed(): the banner was put away.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(self, tone: str, text: str, action: str = "", dismissable: bool = True) -> None:
        super().__init__()
        self._tone = str(tone)
        self._text = Text(text)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAccessibleName(text)
        self._build(action, dismissable)

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Say the sentence to a screen reader."""
        super().showEvent(event)
        announce(self, self.text(), urgent=self._tone == "bad")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the tinted ground and the edge of the tone."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.rect().toRectF(), look.color(_GROUNDS[self._tone]), look.radius.control)

    def _build(self, action: str, dismissable: bool) -> None:
        layout = bare(QHBoxLayout(self), 10)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(Icon(ICONS[self._tone], tone_role(self._tone), 20))
        self._text.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._text.setMinimumHeight(34)
        layout.addWidget(self._text, 1)
        if action:
            button = secondary(action)
            button.clicked.connect(self._act)
            layout.addWidget(button)
        if dismissable:
            close = icon_button("x", _("Put this message away"))
            close.clicked.connect(self._dismiss)
            layout.addWidget(close)

    def _act(self) -> None:
        self.acted.emit()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
