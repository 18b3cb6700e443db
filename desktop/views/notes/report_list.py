"""The lines of a report: thousands of files in one widget, because a widget for each would be laid out for minutes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from desktop.i18n import _
from desktop.presenters.notes.bulk import BulkLine
from desktop.presenters.notice import Tone
from desktop.views.icons import icon

TONE_ICONS = {Tone.GOOD: "circle-check", Tone.BAD: "circle-x", Tone.WARN: "triangle-alert", Tone.INFO: "info"}
_HEIGHT = 340


class ReportList(QListWidget):
    """File names, what is said of each below it, and an icon that says whether it is well."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Files"))
        self.setWordWrap(True)
        self.setIconSize(QSize(18, 18))
        self.setSpacing(4)
        self.setMinimumHeight(_HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[BulkLine]) -> None:
        """Show these lines instead of those before."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(icon(TONE_ICONS[line.tone], str(line.tone)), f"{line.name}\n{line.says}")
            self.addItem(item)
