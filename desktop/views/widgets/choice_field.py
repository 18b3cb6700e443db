"""Fields to choose one of several: from a list that opens, or all in view."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop.views import theme
from desktop.views.icons import paint_icon
from desktop.views.widgets.boxes import bare, empty
from desktop.views.widgets.field import Field
from desktop.views.widgets.option import Choice

Options = Sequence[tuple[str, str]]
_INDENT = 10
_BESIDE_WORDS = 44  # the indent, the arrow and the frame


class ChoiceField(Field):
    """A label above a list that opens; each option has a key and a label.

    Signals:
        chosen(str): the person chose an option; its key.
    """

    chosen = Signal(str)

    def __init__(self, label: str, options: Options = (), hint: str = "") -> None:
        self._combo = _Combo()
        super().__init__(label, hint, self._combo)
        self.set_options(options)
        self._combo.activated.connect(self._choose)

    def key(self) -> str:
        """Return the key of the chosen option, "" for none."""
        return str(self._combo.currentData() or "")

    def set_options(self, options: Options, key: str = "") -> None:
        """Offer these options and show the one of `key`, the first if there is none."""
        if list(options) != self._offered():
            self._combo.clear()
            for own, label in options:
                self._combo.addItem(label, own)
            self._combo.updateGeometry()
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show the option of `key`, the first if there is none."""
        self._combo.setCurrentIndex(max(self._combo.findData(key), 0))

    def _offered(self) -> list[tuple[str, str]]:
        combo = self._combo
        return [(str(combo.itemData(at)), combo.itemText(at)) for at in range(combo.count())]

    def _choose(self) -> None:
        self.set_error("")
        self.chosen.emit(self.key())


class RadioField(Field):
    """A label above options that are all in view, each with a key and a label.

    Signals:
        chosen(str): the person chose an option; its key.
    """

    chosen = Signal(str)

    def __init__(self, label: str, options: Options = (), hint: str = "") -> None:
        box = QWidget()
        self._layout = bare(QVBoxLayout(box), 2)
        self._group = QButtonGroup(box)
        self._keys: list[str] = []
        super().__init__(label, hint, box)
        self.set_options(options)
        self._group.idClicked.connect(self._choose)

    def key(self) -> str:
        """Return the key of the chosen option, "" for none."""
        return self._keys[self._group.checkedId()] if self._group.checkedId() >= 0 else ""

    def set_options(self, options: Options, key: str = "") -> None:
        """Offer these options and mark the one of `key`, none if there is none."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        empty(self._layout)
        self._keys = [own for own, _label in options]
        for at, (_own, label) in enumerate(options):
            button = Choice(label)
            self._group.addButton(button, at)
            self._layout.addWidget(button)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Mark the option of `key`, none if there is none."""
        self._group.setExclusive(False)
        for at, own in enumerate(self._keys):
            self._group.button(at).setChecked(own == key)
        self._group.setExclusive(True)

    def _choose(self, at: int) -> None:
        self.set_error("")
        self.chosen.emit(self._keys[at])


class _Combo(QComboBox):
    """A list that opens; the wheel turns it only while it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one the style sheet reaches

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page unless the list has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the longest option, up to about thirty letters."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        width = min(max(longest, 8 * metrics.averageCharWidth()), 30 * metrics.averageCharWidth())
        return QSize(width + _BESIDE_WORDS, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a few letters: what is longer is cut."""
        return QSize(8 * self.fontMetrics().averageCharWidth() + _BESIDE_WORDS, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the list closed, with our own arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""  # painted below, cut with "…" where there is no room
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        words = self.rect().adjusted(_INDENT, 0, _INDENT - _BESIDE_WORDS, 0)
        cut = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(theme.current().color("text" if self.isEnabled() else "muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        place = QRectF(self.width() - 26, (self.height() - 16) / 2, 16, 16)
        paint_icon(painter, "chevron-down", "muted", place)
