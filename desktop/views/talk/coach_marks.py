"""Lines below what the writing coach points out in a text field."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from desktop.presenters.talk.coaching import NOTHING, Advice, Mark
from desktop.views import theme
from desktop.views.tab_order import bring_into_view
from desktop.views.widgets import Editor
from desktop.views.work import Work

Look = Callable[[str], Advice]
_REST = 400
"""Milliseconds without a keystroke after which a text is looked at."""
_LINES = {  # level: (role of the colour, shape of the line), so that the colour is never alone
    "breach": ("bad", QTextCharFormat.UnderlineStyle.WaveUnderline),
    "suspect": ("warn", QTextCharFormat.UnderlineStyle.DashUnderline),
    "hint": ("muted", QTextCharFormat.UnderlineStyle.DotLine),
}


class CoachMarks(QObject):
    """Has the text of one editor looked at, on another thread, whenever its writer rests.

    Signals:
        told(): `advice` is another one.
    """

    told = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.advice = NOTHING
        self._editor = editor
        self._look: Look | None = None
        self._work: Work | None = None
        self._text = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.look)
        editor.edited.connect(self._edited)
        editor.viewport().installEventFilter(self)

    def belongs_to(self, editor: Editor) -> bool:
        """Tell whether these are the marks of `editor`."""
        return editor is self._editor

    def end(self) -> None:
        """Take the lines away and look no more."""
        self._editor.edited.disconnect(self._edited)
        self._editor.viewport().removeEventFilter(self)
        self.turn_to(None)
        self.deleteLater()

    def turn_to(self, look: Look | None) -> None:
        """Look at the words with `look` from now on, beginning with those that stand there; None looks no more."""
        self._look = look
        self._tell(NOTHING)
        self.look()

    def look_again(self) -> None:
        """Have the words looked at if they are others than before: those that were put there tell nobody."""
        if self._editor.words() != self._text:
            self.look()

    def look(self) -> None:
        """Have the words looked at now."""
        self._rest.stop()
        self._work = None
        look, self._text = self._look, self._editor.words()
        text = self._text
        if look is None or not text.strip():
            self._tell(NOTHING)
            return
        self._work = Work(lambda report, cancelled: look(text))
        self._work.done.connect(self._done)
        self._work.start()

    def select(self, mark: Mark) -> None:
        """Put the keyboard into the editor, with the words of a mark selected and in view."""
        self._editor.setTextCursor(self._cursor(mark))
        self._editor.setFocus()
        bring_into_view(self._editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Say beside the pointer what is pointed out in the words below it."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        at = self._editor.cursorForPosition(event.pos()).position()
        told = [
            mark
            for mark in self.advice.marks
            if (place := self._cursor(mark)).selectionStart() <= at <= place.selectionEnd()
        ]
        QToolTip.showText(
            event.globalPos(),
            "".join(f"<p>{escape(mark.why)} {escape(mark.instead)}</p>" for mark in told),
            self._editor,
        )
        return bool(told)

    def _tell(self, advice: Advice) -> None:
        changed, self.advice = advice != self.advice, advice
        self._editor.setExtraSelections([self._line(mark) for mark in advice.marks])
        if changed:
            self.told.emit()

    def _line(self, mark: Mark) -> QTextEdit.ExtraSelection:
        role, style = _LINES[mark.level]
        line = QTextEdit.ExtraSelection()
        line.cursor = self._cursor(mark)
        line.format.setUnderlineStyle(style)
        line.format.setUnderlineColor(theme.current().color(role))
        return line

    def _cursor(self, mark: Mark) -> QTextCursor:
        text, cursor = self._editor.words(), QTextCursor(self._editor.document())
        cursor.setPosition(_units(text[: mark.start]))
        cursor.setPosition(_units(text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # slots

    def _edited(self, text: str) -> None:
        self._work = None  # what it finds is of words that stand there no more
        self._rest.start()

    def _done(self, advice: Advice) -> None:
        if self.sender() is self._work and self._editor.words() == self._text:
            self._tell(advice)


def _units(text: str) -> int:
    """Return the length of a text as Qt counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
