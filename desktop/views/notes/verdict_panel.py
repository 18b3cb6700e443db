"""The verdict on a file: what was found, what it means, what to do, and who signed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.notes.verdict_words import SignatureWords, VerdictPanel
from desktop.presenters.notice import Tone
from desktop.views.widgets import Card, Chip, Facts, Icon, Rows, Text, column, row

_ICONS = {
    Tone.GOOD: "shield-check",
    Tone.INFO: "shield-check",
    Tone.WARN: "shield-alert",
    Tone.BAD: "shield-x",
}


class VerdictPanelView(QWidget):
    """Shows a `VerdictPanel`, beside a note or on a screen of its own; `tone` is that of the verdict shown now."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.tone = Tone.INFO
        self._rows = Rows(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)

    def show_panel(self, panel: VerdictPanel) -> None:
        """Show the answer first, then every signature, then the reasons."""
        self.tone = panel.tone
        self.setAccessibleName(f"{panel.headline}. {panel.explanation}")
        self._rows.set_widgets([_answer(panel), *(_signature(found) for found in panel.signatures)])


def _answer(panel: VerdictPanel) -> QWidget:
    headline = Text(panel.headline, "h2")
    headline.setObjectName("verdict-headline")
    headline.set_ink(str(panel.tone))
    card = Card()
    card.add(row(Icon(_ICONS[panel.tone], str(panel.tone), 28), column(headline, Text(panel.file, "caption"))))
    card.add(Text(panel.explanation))
    for reason in panel.reasons:
        card.add(row(Icon("chevron-right", "muted", 16), Text(reason)))
    if panel.about:
        card.add(Text(panel.about, "muted"))
    if panel.answer:
        card.add(Facts(panel.answer))
    card.add(Text(panel.advice, "strong"))
    return card


def _signature(found: SignatureWords) -> QWidget:
    card = Card()
    card.add(row(Icon("pen-line", "muted"), Text(found.who, "strong")))
    card.add(row(Chip(found.state, tone=str(found.tone)), None))
    role = ((_("Role"), found.role),) if found.role else ()
    card.add(Facts((*role, (_("Signed"), found.when))))
    card.add(Text(_("Fingerprint"), "muted"))
    if found.spoken:
        card.add(Text(found.spoken, "strong"))
    fingerprint = Text(found.fingerprint, "caption")
    fingerprint.setAccessibleName(_("Fingerprint of {name}").format(name=found.who))
    card.add(fingerprint)
    return card
