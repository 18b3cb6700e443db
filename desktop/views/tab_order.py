"""Where the Tab key goes: through things as they stand, also after some of them were replaced.

Qt goes by age: a row that is built anew would come after the buttons at the window's foot.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

LAID_OUT = 30
"""Milliseconds after which new things have their places: wrapped words need more than one round of layout."""


def next_stop(window: QWidget, forward: bool) -> QWidget | None:
    """Return what gets the keyboard after the widget of `window` that has it; None if nothing can have it."""
    parts = list(_standing(window))
    held = window.focusWidget()
    at = parts.index(held) if held in parts else -1
    after = (*parts[at + 1 :], *parts[: at + 1]) if forward else (*parts[:at][::-1], *parts[at:][::-1])
    return next((part for part in after if _is_stop(part)), None)


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever scrolls around a widget until it can be seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.focusProxy() is None


def _standing(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and what is visible in it, in the order of the layouts."""
    yield widget
    layout = widget.layout()
    parts = _laid_out(layout) if layout else (part for part in widget.children() if isinstance(part, QWidget))
    for part in parts:
        if part.isVisible() and not part.isWindow():
            yield from _standing(part)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
