"""The kind of conversation a widget belongs to, its own or from around it: okr, performance or neutral."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.views import theme


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget, and everything inside it, a kind; the style sheet and the painting follow."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    for part in (widget, *widget.findChildren(QWidget)):
        repolish(part)


def kind_of(widget: QWidget) -> str:
    """Return the kind of a widget: its own, else that of the nearest one around it, else "neutral"."""
    around: QWidget | None = widget
    while around is not None:
        if kind := around.property("kind"):
            return str(kind)
        around = around.parentWidget()
    return theme.NEUTRAL


def accent(widget: QWidget) -> QColor:
    """Return the accent colour where the widget is."""
    return theme.current().color(theme.accent_role(kind_of(widget)))


def soft(widget: QWidget) -> QColor:
    """Return the soft tint where the widget is."""
    return theme.current().color(theme.soft_role(kind_of(widget)))


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
