"""Whether what was typed is kept: said quietly, and loudly only when it is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.views.widgets.announce import announce
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.text import Elided


class SavedLine(QWidget):
    """ "Saving…", "Saved 14:02" or "Not saved: …" with its icon; empty until something was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Elided("", "caption")
        self._mark = Icon("", "muted", 16)
        layout = bare(QHBoxLayout(self), 6)
        layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._mark)

    def saving(self) -> None:
        """Say that words are on their way to the disk."""
        self._say(_("Saving…"), "refresh-cw", "muted", "muted")

    def saved(self, time: str) -> None:
        """Say that everything typed is kept since `time`, such as "14:02"."""
        self._say(_("Saved {time}").format(time=time), "circle-check", "good", "muted")

    def failed(self, reason: str) -> None:
        """Say, also to a screen reader, that words are not kept yet, and why."""
        self._say(_("Not saved: {reason}").format(reason=reason), "triangle-alert", "bad", "bad")
        announce(self, self._words.text(), urgent=True)

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "", "muted", "muted")

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def _say(self, text: str, icon: str, icon_role: str, ink: str) -> None:
        self._words.setText(text)
        self._words.set_ink(ink)
        self._mark.set_icon(icon, icon_role)
        self.setAccessibleName(text)
        self.updateGeometry()
