"""The question to ask now, large, with what it is for and what is better not asked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.widgets.boxes import Rows, bare
from desktop.views.widgets.button import Button
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.kinds import accent, kind_of, soft
from desktop.views.widgets.text import Text

EDGE = 4


class PromptCard(QWidget):
    """A card in the soft tint of its kind with an accent edge."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Icon("quote", "muted", 18)
        self._ask = Text(_("Ask"), "strong")
        self._count = Text("", "caption")
        self._about = Text("", "strong")
        self._prompt = Text("", "prompt")
        self._purpose = Text("", "muted")
        self._avoid = Rows(4)
        self._unfold = Button("", "small", icon="chevron-right")
        self._unfold.setObjectName("better-not")
        self._compact = False
        self._unfolded = False
        self._build()
        self._unfold.clicked.connect(self._toggle)

    def set_prompt(
        self, prompt: str, purpose: str = "", avoid: Sequence[str] = (), count: str = "", about: str = ""
    ) -> None:
        """Show a question; `about` is its subject, `count` its place ("2 of 5")."""
        self._prompt.setText(prompt)
        for label, text in ((self._purpose, purpose), (self._count, count), (self._about, about)):
            label.setText(text)
            label.setVisible(bool(text))
        lines = [Text(_("Better not"), "strong"), *map(_avoided, avoid)] if avoid else []
        self._avoid.set_widgets(lines)
        self._unfold.setText(_("Better not ({number})").format(number=len(avoid)))
        self._unfolded = False
        self._fold()

    def set_compact(self, compact: bool) -> None:
        """Fold what is better not asked behind a button, where there is little height."""
        if compact != self._compact:
            self._compact = compact
            self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the tint and the edge, in the colours of the kind."""
        self._tint_words()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = theme.current().radius.card
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), soft(self))
        painter.fillRect(0, 0, EDGE, self.height(), accent(self))

    def _fold(self) -> None:
        filled = self._avoid.count() > 0
        self._avoid.setVisible(filled and (self._unfolded or not self._compact))
        self._unfold.setVisible(filled and self._compact)
        self._unfold.set_icon("chevron-down" if self._unfolded else "chevron-right")

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _tint_words(self) -> None:
        role = theme.accent_role(kind_of(self))
        self._mark.set_icon("quote", role)
        self._ask.set_ink(role)

    def _build(self) -> None:
        head = bare(QHBoxLayout(), 8)
        head.addWidget(self._mark)
        self._ask.setWordWrap(False)
        head.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._unfold)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = bare(QVBoxLayout(self), 5)
        layout.setContentsMargins(16 + EDGE, 10, 16, 13)
        layout.addLayout(head)
        for part in (self._about, self._prompt, self._purpose, self._avoid):
            layout.addWidget(part)
        layout.addStretch(1)
        self._fold()


def _avoided(text: str) -> QWidget:
    line = QWidget()
    layout = bare(QHBoxLayout(line), 8)
    layout.addWidget(Icon("x", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(Text(text, "muted"), 1)
    return line
