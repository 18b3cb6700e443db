"""How a published fact is said; it knows nothing but the fact."""

from desktop.i18n import _
from desktop.models.bridge import MetricFact


def fact_words(fact: MetricFact) -> str:
    """Return what happened to a value: "9 → 5.1 h", or only where it started if nothing is known since."""
    start, latest = _said(fact.start), _said(fact.latest)
    return f"{start} → {latest} {fact.unit}".strip() if latest else f"{start} {fact.unit}".strip()


def _said(text: str) -> str:
    """Translate the words that stand where a number would; numbers stay as they are."""
    words = {
        "open": _("open"),
        "done": _("done"),
        "not done": _("not done"),
        "not yet measured": _("not yet measured"),
    }
    return words.get(text, text)
