"""What a returned file turned out to be, and the words by which a new key is compared."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.notes.arrival_words import ArrivalPanel
from desktop.presenters.notice import Tone
from desktop.views.widgets import Card, Icon, Text, column, row

_ICONS = {Tone.GOOD: "shield-check", Tone.INFO: "shield-check", Tone.WARN: "shield-alert", Tone.BAD: "shield-x"}


def arrival_card(panel: ArrivalPanel) -> QWidget:
    """Return the verdict first, then why, what was answered, and what to do now."""
    headline = Text(panel.headline, "strong")
    headline.setObjectName("arrival-headline")
    headline.set_ink(str(panel.tone))
    card = Card()
    card.setObjectName("arrival")
    card.setAccessibleName(f"{panel.headline}. {panel.explanation}")
    card.add(row(Icon(_ICONS[panel.tone], str(panel.tone), 24), headline))
    card.add(Text(panel.explanation))
    for reason in panel.reasons:
        card.add(row(Icon("chevron-right", "muted", 16), Text(reason)))
    for widget in answer_lines(panel.answer):
        card.add(widget)
    card.add(Text(panel.advice, "muted"))
    return card


def answer_lines(answer: Sequence[tuple[str, str]]) -> list[QWidget]:
    """Return what was answered, each label above its words: a comment may be long, and the column is narrow."""
    return [column(Text(label, "muted"), Text(words)) for label, words in answer]


def spoken_card(name: str, words: str) -> QWidget:
    """Return the words that two people read to each other."""
    card = Card()
    card.add(Text(_("Compare the key of {name}").format(name=name), "strong"))
    card.add(Text(_("Both of you see these words if it is the same key:"), "muted"))
    spoken = Text(words, "value")
    spoken.setObjectName("spoken-words")
    spoken.setAccessibleName(_("Words of the key: {words}").format(words=words))
    card.add(spoken)
    return card
