"""What has to be said whichever screen is open: what just went wrong, and that words are not on disk yet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.presenters.notice import Tone
from desktop.views import theme
from desktop.views.widgets import Banner


class NoticeBar(QWidget):
    """Two sentences above the screens; there is nothing to see while nothing is to be said."""

    def __init__(self) -> None:
        super().__init__()
        space = theme.current().space
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(space.xl, space.m, space.xl, 0)
        self._passing: Banner | None = None
        self._lasting: Banner | None = None
        self.hide()

    def tell(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        """Say what just went wrong (or well), until the next screen ("" takes it away)."""
        self._passing = self._replaced(self._passing, sentence, tone)

    def hold(self, sentence: str) -> None:
        """Say what stays true on every screen ("" takes it away); once put away it stays away while it is the same."""
        self._lasting = self._replaced(self._lasting, sentence)

    def _replaced(self, before: Banner | None, sentence: str, tone: Tone = Tone.BAD) -> Banner | None:
        if before is not None:
            if before.text() == sentence:
                return before
            self._layout.removeWidget(before)
            before.hide()
            before.deleteLater()
        banner = Banner(tone, sentence) if sentence else None
        if banner:
            banner.dismissed.connect(self._settle)
            self._layout.addWidget(banner)
        self._settle(banner)
        return banner

    def _settle(self, new: Banner | None = None) -> None:
        """Take room only while a sentence is in view."""
        shown = [each for each in (self._passing, self._lasting) if each is not None and not each.isHidden()]
        self.setVisible(bool(shown) or new is not None)
