"""A labelled control with a sentence below it when something is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.widgets.announce import announce
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.kinds import repolish
from desktop.views.widgets.text import Text


class Field(QWidget):
    """A label above a control; below it the hint, and the error while there is one."""

    def __init__(self, label: str, hint: str, control: QWidget) -> None:
        super().__init__()
        self._label = Text("", "strong")
        self._control = control
        self._hint = Text("", "caption")
        self._error = Text("", "error")
        self._line = bare(QHBoxLayout(), 6)
        self._build()
        self.set_label(label)
        self.set_hint(hint)

    def set_label(self, label: str) -> None:
        """Change the label, which is also the control's accessible name."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self._control.setAccessibleName(label)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Give the control a name to be read out, where no label is seen or it says too little."""
        self._control.setAccessibleName(name)

    def set_hint(self, hint: str) -> None:
        """Change the line below the control ("" for none)."""
        self._hint.setText(hint)
        self._tell()

    def set_error(self, sentence: str) -> None:
        """Say below the control what is wrong; "" takes the sentence away. What was typed stays."""
        if sentence == self._error.text():
            return
        self._error.setText(sentence)
        self._control.setProperty("wrong", bool(sentence))
        repolish(self._control)
        self._tell()
        if sentence:
            announce(self._control, sentence)

    def error(self) -> str:
        """Return the sentence shown below, "" for none."""
        return self._error.text()

    def add_beside(self, widget: QWidget) -> None:
        """Add a widget at the control's right."""
        self._line.addWidget(widget)

    def _tell(self) -> None:
        wrong = bool(self._error.text())
        self._problem.setVisible(wrong)
        self._hint.setVisible(bool(self._hint.text()) and not wrong)
        self._control.setAccessibleDescription(self._error.text() or self._hint.text())

    def _build(self) -> None:
        self._label.setBuddy(self._control)
        self._problem = QWidget()
        problem = bare(QHBoxLayout(self._problem), 6)
        problem.addWidget(Icon("triangle-alert", "bad", 15), 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._error, 1)
        self._line.addWidget(self._control, 1)
        layout = bare(QVBoxLayout(self), 5)
        layout.addWidget(self._label)
        layout.addLayout(self._line)
        layout.addWidget(self._hint)
        layout.addWidget(self._problem)
        layout.addStretch(1)
        self.setFocusProxy(self._control)
