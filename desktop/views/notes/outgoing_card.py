"""What became of an answer: that it is saved, where, and what to do with it now."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.i18n import _
from desktop.presenters.notes.respond_screen import Outgoing
from desktop.views.widgets import Card, Icon, Text, row, secondary


class OutgoingCard(Card):
    """Shows an `Outgoing`; its button opens the folder where the file lies."""

    def __init__(self, outgoing: Outgoing) -> None:
        super().__init__()
        self._outgoing = outgoing
        headline = Text(outgoing.headline, "h2")
        headline.setObjectName("respond-outcome")
        self.add(row(Icon("circle-check", "good", 28), headline))
        for sentence in outgoing.sentences:
            self.add(Text(sentence))
        if outgoing.path:
            self._add_place()
        if outgoing.spoken:
            self._add_words(outgoing.spoken)

    def _add_words(self, spoken: str) -> None:
        why = _("You may be asked for the words of your key. Read them out; both of you must have the same ones:")
        words = Text(spoken, "value")
        words.setObjectName("respond-words")
        self.add(Text(why, "muted"))
        self.add(words)

    def _add_place(self) -> None:
        path = Text(self._outgoing.path, "strong")
        path.setObjectName("respond-path")
        show = secondary(_("Show in folder"), icon="folder-open")
        show.setObjectName("respond-show")
        show.clicked.connect(self._show)
        self.add(path)
        self.add(row(show, None))

    # slots

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._outgoing.path).parent)))
