"""A place to drop a PDF on."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.widgets import Icon, Text, secondary


class DropArea(QWidget):
    """A dashed frame that takes one file, dropped on it or chosen with its button.

    Signals:
        dropped(Path): a file to look at.
    """

    dropped = Signal(object)

    def __init__(self, hint: str, choose: str, narrow: bool = False, kinds: str = "") -> None:
        """Make the frame; a `narrow` one has its button below the hint. `kinds` of files are offered ("": PDFs)."""
        super().__init__()
        self.setAcceptDrops(True)
        self._hovered = False
        self._kinds = kinds or _("PDF files (*.pdf);;All files (*)")
        self._hint = Text(hint)
        self._button = secondary(choose, icon="file-text")
        self._button.setObjectName("choose-pdf")
        self._button.clicked.connect(self._ask)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(below if narrow else beside, self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        if not narrow:
            layout.addWidget(Icon("shield-check", "muted", 24))
        layout.addWidget(self._hint, 1)
        layout.addWidget(self._button)

    def set_words(self, hint: str, choose: str) -> None:
        """Change the sentence and the words on the button."""
        self._hint.setText(hint)
        self._button.setText(choose)

    # slots

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose a file"), str(Path.home()), self._kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.dropped.emit(Path(name))

    # events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files, and show that they are taken."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            self._hover(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Show that nothing hovers here any more."""
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the first file."""
        self._hover(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dashed frame."""
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn.color("accent" if self._hovered else "field_border"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(worn.color("soft") if self._hovered else worn.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def _hover(self, hovered: bool) -> None:
        self._hovered = hovered
        self.update()
