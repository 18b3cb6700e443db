"""What the sections about a key share: its forms one at a time, a copy in a file, and another one read from a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from desktop.i18n import _
from desktop.views.file_question import ask_place
from desktop.views.keys.key_forms import KeyFileForm, KeyFormCard, NewPassphraseForm, show_only
from desktop.views.widgets import Button
from desktop.views.working_section import WorkingSection


class KeyPresenter(Protocol):
    """The presenter of such a section; every action returns its next screen (frozen, of the presenter's own class)."""

    def open(self) -> Any:
        """Show what is there, with no form open."""

    def start(self, form: Any) -> Any:
        """Open a form."""

    def failed(self, sentence: str) -> Any:
        """Show why the work did not succeed."""

    def check_copy(self, passphrase: str, again: str) -> Any:
        """Show whether these can protect a copy."""

    def save_copy(self, path: str, passphrase: str) -> Path:
        """Write a copy (slow; a worker's)."""

    def copied(self, path: Path) -> Any:
        """Show that the copy is written."""

    def check_file(self, passphrase: str) -> Any:
        """Show whether there is a file to read."""

    def read(self, passphrase: str) -> Any:
        """Read the file (slow; a worker's)."""


class KeySection(WorkingSection):
    """A section with a card, some buttons and forms of which at most one is open."""

    _copy: Button
    _copy_form: NewPassphraseForm
    _forms: Mapping[Any, KeyFormCard]

    def __init__(self, title: str, actions: KeyPresenter) -> None:
        super().__init__(title)
        self._actions = actions
        self.shown: Any = None

    def open(self) -> None:
        """Show what is there, with no form open."""
        self._show(self._actions.open())

    def leave(self) -> None:
        """Forget every secret that is typed, and what is under way."""
        self.drop_work()
        show_only(None, self._forms.values())
        self._actions.open()

    def save_copy(self, path: str) -> None:
        """Write a copy to `path`, under the typed passphrase."""
        actions, passphrase = self._actions, self._copy_form.passphrase()
        self._run(_("Writing the file…"), lambda: actions.save_copy(path, passphrase), self._copied)

    def refused(self, sentence: str) -> None:
        """Show why the work did not succeed."""
        self._show(self._actions.failed(sentence))
        if self.shown.form in self._forms:
            self._forms[self.shown.form].focus_first()

    def _show(self, screen: Any) -> None:
        """Show a screen of the presenter."""
        raise NotImplementedError

    def _show_form(self, screen: Any) -> None:
        """Show the form that is open, with what is wrong in it."""
        show_only(self._forms.get(screen.form), self._forms.values())
        if screen.form in self._forms:
            self._forms[screen.form].show_errors(screen.errors)

    def _start(self, form: Any) -> None:
        self._show(self._actions.start(form))
        self._forms[form].focus_first()

    def _read_from(self, form: KeyFileForm, words: str, done: Callable[[Any], None]) -> None:
        """Read the file chosen in a form, and say `words` meanwhile."""
        actions, passphrase = self._actions, form.secret()
        self._show(actions.check_file(passphrase))
        if self.shown.errors:
            form.focus_first()
        else:
            self._run(words, lambda: actions.read(passphrase), done)

    # slots

    def _copy_checked(self) -> None:
        self._show(self._actions.check_copy(self._copy_form.passphrase(), self._copy_form.again()))
        if self.shown.errors:
            self._copy_form.focus_first()
        else:
            ask_place(self, _("Where shall the copy lie?"), self.shown.copy_name, self.save_copy)

    def _copied(self, path: Path) -> None:
        self._show(self._actions.copied(path))
        self._copy.setFocus()
