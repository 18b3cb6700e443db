"""A text editor that grows with what is written, for plain text only."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.views import theme
from desktop.views.widgets.text import reads_from_right

FRAME = 8  # border and padding of the style sheet, and a pixel to spare


class Editor(QPlainTextEdit):
    """An editor between `min_lines` and `max_lines` high; beyond that it scrolls. Tab leaves it.

    Signals:
        edited(str): the person changed the words; not sent for words that were put there.
    """

    edited = Signal(str)

    def __init__(self, min_lines: int, max_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._max_lines = max_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = QFont(self.font())
        font.setPointSizeF(theme.current().type.editor)
        self.setFont(font)
        self._from_right: bool | None = None
        self._turn()
        self.textChanged.connect(self._changed)
        self._fit()

    def words(self) -> str:
        """Return the words as they were typed, also the spaces at which no line may break."""
        return self.document().toRawText().replace("\u2029", "\n")

    def put(self, text: str) -> None:
        """Replace the words without telling that they were edited."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._turn()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width may need other lines."""
        super().resizeEvent(event)
        self._fit()

    def _changed(self) -> None:
        text = self.words()
        self._turn()
        self._fit()
        self.edited.emit(text)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        least, most = self._min_lines * line, self._max_lines * line
        words = min(max(self._words_height(most), least), most)
        height = ceil(words + 2 * (self.document().documentMargin() + FRAME))
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _words_height(self, enough: float) -> float:
        """Return the height of the words on the screen, measured no further than `enough`."""
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height <= enough:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _turn(self) -> None:
        """Begin the lines at the side from which the words are read."""
        from_right = reads_from_right(self.document().firstBlock().text())
        if from_right is self._from_right:
            return
        self._from_right = from_right
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
