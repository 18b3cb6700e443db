"""Handing over to another manager: to whom, whom and what, then one file."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from desktop.flows.people.transferring import Transferred
from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.transfer import TransferPresenter, TransferScreen
from desktop.views.file_question import ask_file, ask_place
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.people.writing_section import WritingSection
from desktop.views.screen_view import ScreenView
from desktop.views.tick_list import TickList
from desktop.views.widgets import Card, ChoiceField, Page, Rows, Section, Text, Tick, column, quiet, row, secondary


class TransferView(ScreenView):
    """Shows a `TransferScreen`."""

    def __init__(self, presenter: TransferPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Begin anew, with the person ticked who was come from."""
        self._writing.leave()
        self.show_screen(self._presenter.open(destination.uid))
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Forget the PIN."""
        self._writing.leave()

    def choose_certificate(self, path: str) -> None:
        """Hand over to the holder of the certificate in a file."""
        self.show_screen(self._presenter.choose_file(path))

    def write_to(self, path: str) -> None:
        """Write the file at `path`."""
        self._writing.write(Path(path))

    def show_screen(self, screen: TransferScreen) -> None:
        """Show what is chosen."""
        self.shown = screen
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._show_receiver(screen)
        self._kind.set_options(screen.kinds, key=screen.kind)
        self._people.show_ticks(screen.people)
        self._people_error.setText(screen.errors.get("people", ""))
        self._people_error.setVisible("people" in screen.errors)
        self._notes.show_ticks(screen.notes)
        self._notes.setVisible(bool(screen.notes))
        self._stays.setText(screen.stays)
        self._writing.show_writing(screen.summary, screen.needs_pin, screen.errors)
        self._lines.set_widgets([Text(line, "muted") for line in screen.lines])
        self._history.setVisible(bool(screen.lines))

    def _show_receiver(self, screen: TransferScreen) -> None:
        self._known.set_options(screen.known, key=screen.chosen)
        self._known.setVisible(len(screen.known) > 1)
        self._receiver.setVisible(screen.card is not None)
        if screen.card:
            self._card.show_card(screen.card)
        self._how.setText(screen.how)
        self._compared.setChecked(screen.compared)
        self._receiver_error.setText(screen.errors.get("receiver", ""))
        self._receiver_error.setVisible("receiver" in screen.errors)

    def _build(self) -> None:
        self._page = Page(icon="send")
        self._back = quiet(_("Notes"), icon="arrow-left")
        self._back.setObjectName("back-to-notes")
        self._page.add_action(self._back)
        self._writing = WritingSection(self._presenter)
        self._lines = Rows(6)
        self._history = Section(_("Handed over and taken over so far"))
        self._history.add(self._lines)
        for part in (self._to_whom(), self._whom(), self._what(), self._writing, self._history):
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _to_whom(self) -> Section:
        self._known = ChoiceField(_("Somebody whose key you know"))
        self._known.setObjectName("transfer-known")
        self._file = secondary(_("Choose their certificate…"), icon="key-round")
        self._file.setObjectName("transfer-certificate")
        self._card = KeyCardView()
        self._how = Text("", "muted")
        self._compared = Tick(_("We compared the words: they agree"))
        self._compared.setObjectName("transfer-compared")
        self._receiver = Card()
        self._receiver.add(column(self._card, self._how, self._compared))
        self._receiver_error = Text("", "error")
        hint = Text(_("They save it under Notes, “Take over…”, and send it to you; it is no secret."), "muted")
        section = Section(_("Who takes over?"))
        for part in (self._known, hint, row(self._file, None), self._receiver, self._receiver_error):
            section.add(part)
        return section

    def _whom(self) -> Section:
        self._people = TickList("transfer-people")
        self._people_error = Text("", "error")
        section = Section(_("Whom do you hand over?"))
        section.add(self._people_error)
        section.add(self._people)
        return section

    def _what(self) -> Section:
        self._kind = ChoiceField(_("Kind"))
        self._kind.setObjectName("transfer-kind")
        self._notes = TickList("transfer-notes")
        self._stays = Text("", "muted")
        section = Section(_("Which notes go along?"))
        for part in (self._kind, self._notes, self._stays):
            section.add(part)
        return section

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._known.chosen.connect(self._known_chosen)
        self._file.clicked.connect(self._file_wanted)
        self._compared.ticked.connect(self._confirmed)
        self._people.ticked.connect(self._person_ticked)
        self._kind.chosen.connect(self._kind_chosen)
        self._notes.ticked.connect(self._note_ticked)
        self._writing.save_wanted.connect(self._save_wanted)
        self._writing.written.connect(self._written)
        self._writing.failed.connect(self._failed)

    # slots

    def _go_back(self) -> None:
        self.go.emit(Destination(Place.NOTES))

    def _known_chosen(self, uid: str) -> None:
        self.show_screen(self._presenter.choose_known(uid))

    def _file_wanted(self) -> None:
        kinds = _("Certificates (*.pem *.cer *.crt *.der);;All files (*)")
        ask_file(self, _("Whose certificate?"), kinds, self.choose_certificate)

    def _confirmed(self, compared: bool) -> None:
        self.show_screen(self._presenter.confirm(compared))

    def _person_ticked(self, uid: str, ticked: bool) -> None:
        self.show_screen(self._presenter.tick_person(uid, ticked))

    def _kind_chosen(self, kind: str) -> None:
        self.show_screen(self._presenter.choose_kind(kind))

    def _note_ticked(self, uid: str, ticked: bool) -> None:
        self.show_screen(self._presenter.tick_note(uid, ticked))

    def _save_wanted(self) -> None:
        self.show_screen(self._presenter.check(self._writing.pin()))
        if not self.shown.errors:
            ask_place(self, _("Where shall the file lie?"), self.shown.file_name, self.write_to)
        elif "receiver" in self.shown.errors:
            self._page.reveal(self._receiver_error)
        elif "people" in self.shown.errors:
            self._page.reveal(self._people_error)

    def _written(self, done: Transferred) -> None:
        self.show_screen(self._presenter.written(done))
        self._page.scroll_to_top()

    def _failed(self, sentence: str) -> None:
        self.show_screen(self._presenter.failed(sentence))
