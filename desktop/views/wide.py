"""Words that take the room a row has left, so that the buttons beside them keep their size."""

from typing import TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

Widget = TypeVar("Widget", bound=QWidget)


def wide(widget: Widget) -> Widget:
    """Let a widget take what is left over in its row, and return it."""
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    widget.setSizePolicy(policy)
    return widget
