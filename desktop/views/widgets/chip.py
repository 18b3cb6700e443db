"""A short word about a thing's kind or state, with an icon, so that colour is never alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.i18n import _
from desktop.views import theme
from desktop.views.icons import KIND_ICONS, paint_icon
from desktop.views.widgets.painting import paint_ground

HEIGHT = 24
_TONES = {  # tone: (role of the words, role of the ground)
    "neutral": ("muted", "sunken"),
    "info": ("accent", "soft"),
    "okr": ("okr_accent", "okr_soft"),
    "performance": ("performance_accent", "performance_soft"),
    "good": ("good", "good_soft"),
    "warn": ("warn", "warn_soft"),
    "bad": ("bad", "bad_soft"),
}


class Chip(QLabel):
    """A pill with an icon and a word; `tone` is neutral, info, okr, performance, good, warn or bad."""

    def __init__(self, text: str, icon: str = "", tone: str = theme.NEUTRAL) -> None:
        super().__init__()
        self._icon = icon
        self._tone = str(tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(self.font())
        font.setPointSizeF(theme.current().type.caption)
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_chip(self, text: str, icon: str, tone: str) -> None:
        """Say something else."""
        self._icon = icon
        self._tone = str(tone)
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the pill."""
        return QSize(self._indent() + self.fontMetrics().horizontalAdvance(self.text()) + 11, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size with room for a word or two: only what is long is ever cut."""
        return QSize(min(160, self.sizeHint().width()), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the pill."""
        look = theme.current()
        words, ground = _TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(self.rect()), look.color(ground), HEIGHT / 2)
        if self._icon:
            paint_icon(painter, self._icon, words, QRectF(9, (self.height() - 14) / 2, 14, 14))
        painter.setPen(look.color(words))
        place = self.rect().adjusted(self._indent(), 0, -8, 0)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def _indent(self) -> int:
        return 28 if self._icon else 11


def kind_chip(kind: str) -> Chip:
    """Return the chip that names a kind of conversation."""
    return Chip(_("OKR") if kind == "okr" else _("Performance"), KIND_ICONS[kind], kind)
