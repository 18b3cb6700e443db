"""A key on the screen: whose, how long, who vouches for it, and the words two people compare."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.keys.key_card import KeyCard
from desktop.views.widgets import Banner, Facts, Icon, Rows, Text, column, row


class KeyCardView(QWidget):
    """Shows a `KeyCard`."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)

    def show_card(self, card: KeyCard) -> None:
        """Show a key, what one should know about it first."""
        warning = [Banner(card.warning.tone, card.warning.text, dismissable=False)] if card.warning else []
        head = row(Icon("key-round", "accent", 20), Text(card.name, "strong"))
        self._rows.set_widgets([*warning, head, Facts(card.facts), _print(card)])


def _print(card: KeyCard) -> QWidget:
    """Return both forms of the fingerprint; the words are what people read to each other."""
    words = Text(card.spoken, "value")
    words.setObjectName("spoken")
    words.setAccessibleName(_("Twelve words to compare: {words}").format(words=" ".join(card.spoken.split())))
    digits = Text(card.fingerprint, "caption")
    digits.setObjectName("fingerprint")
    digits.setAccessibleName(_("Fingerprint of {name}").format(name=card.name))
    return column(Text(_("Fingerprint, in words and in digits"), "muted"), words, digits)
