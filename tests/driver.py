"""The journey walked through the presenters: the same story as in the windows, without pixels."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.app.answers import answer_tools
from desktop.app.employee import sent_here
from desktop.app.house import House, News, found_house, open_house
from desktop.flows.keys.checking import check_file
from desktop.flows.keys.trusting import known_to
from desktop.flows.notes.bulk import verify_folder
from desktop.flows.notes.exporting import Exported, Wishes, export
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Voice
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.answers import AnswersPresenter
from desktop.presenters.notes.note import Asked, NotePresenter, NoteTools
from desktop.presenters.notes.respond import RespondPresenter
from desktop.presenters.notes.respond_draft import Act, Order
from desktop.presenters.notes.respond_screen import Opened, Step
from desktop.presenters.notes.verify import Judged, VerifyPresenter
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.okr.okr_talk import OkrTalk
from desktop.presenters.okr.okrs import OkrsPresenter
from desktop.presenters.people.people import PeoplePresenter
from desktop.presenters.people.person import PersonPresenter
from desktop.presenters.people.person_form import PersonForm
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.performance_talk import ExpectationsForm, PerformanceTalk
from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.presenters.talk.conversation_screen import ConversationScreen
from desktop.presenters.talk.review import ReviewPresenter
from desktop.presenters.talk.side import Side
from desktop.presenters.vault.first_run import FirstRunPresenter, Submission
from desktop.selftest.journey import Period
from tests.keys import PASSPHRASE, VAULT_KEY

_CLOSE = "Both talks are tried out in one sitting."


class PresenterDriver:
    """Makes a user's moves on presenters over a real vault in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._exports = folder / "exported"
        self._exports.mkdir(parents=True)
        self.house: House
        self._screen: ConversationScreen | None = None
        self._review: ReviewPresenter
        self._note: Note
        self._kind = Kind.OKR

    def introduce(self, name: str, role: str, email: str) -> None:
        presenter = FirstRunPresenter(lambda: self._folder, self._folder / "vault")
        submission = presenter.submit(PersonForm(name, role, email, "", {}))
        assert isinstance(submission, Submission), submission
        found_house(submission.folder, submission.person, VAULT_KEY, PASSPHRASE)
        self.house = open_house(submission.folder, News(lambda: None, lambda sentence: None), VAULT_KEY)

    def add_person(self, name: str, role: str, email: str, team: str) -> None:
        presenter = PeoplePresenter(self.house.vault)
        presenter.open(adding=True)
        assert isinstance(presenter.add(PersonForm(name, role, email, team, {})), Destination)

    def add_cycle(self, name: str, start: date, end: date) -> None:
        self._fill("cycle", "", {"name": name, "starts_on": start.isoformat(), "ends_on": end.isoformat()})

    def add_objective(self, title: str, team: str, why_now: str) -> None:
        self._fill("objective", self._cycle_uid(), {"title": title, "why_now": why_now})

    def add_key_result(self, title: str, neutral_name: str, unit: str, levels: tuple[str, str, str, str]) -> None:
        texts = {"title": title, "neutral_name": neutral_name, "unit": unit}
        texts |= dict(zip(("baseline", "commit", "target", "stretch"), levels, strict=True))
        objective = self.house.vault.okrs.objectives(self._cycle_uid())[-1]
        self._fill("key-result", objective.uid, texts)

    def share(self, title: str) -> None:
        objective = self.house.vault.okrs.objectives(self._cycle_uid())[-1]
        result = next(r for r in self.house.vault.okrs.key_results(objective.uid) if r.title == title)
        self._fill("sharing", result.uid, {})

    def start(self, name: str, kind: Kind, stage: Stage) -> None:
        person = next(p for p in self.house.vault.people.people() if p.name == name)
        presenter = PersonPresenter(self.house.vault, self.house.shelf)
        screen = presenter.open(person.uid)
        self._kind = kind
        if kind is Kind.OKR:
            where = presenter.start_okr(replace(screen.okr.form, stage=str(stage), reason=_CLOSE))
        else:
            ends_on = Period(date.today()).cycle_end.isoformat()
            where = presenter.start_performance(replace(screen.performance.form, ends_on=ends_on, reason=_CLOSE))
        assert isinstance(where, Destination) and where.place is Place.CONVERSATION, where
        self._talk = self._conversation_presenter()
        self._show(self._talk.open(where.uid))

    def prompt(self) -> str:
        return self._screen.prompt if self._screen else ""

    def topic(self) -> str:
        return self._screen.topic if self._screen else ""

    def say(self, employee: str, manager: str) -> None:
        self._talk.type(Voice.EMPLOYEE, employee)
        self._talk.type(Voice.MANAGER, manager)

    def note_privately(self, text: str) -> None:
        self._talk.type_private(text)

    def check_in(self, value: str, source: str, confidence: str) -> None:
        for voice, text in ((Voice.VALUE, value), (Voice.SOURCE, source), (Voice.CONFIDENCE, confidence)):
            self._talk.type(voice, text)

    def promise(self, text: str, due: str) -> None:
        self._talk.type(Voice.PROMISE, text)
        self._talk.type(Voice.DUE, due)
        assert not self._talk.add_commitment().commitments.errors

    def expect(self, text: str, situation: str, behaviour: str, impact: str) -> None:
        self._talk.type(Voice.EXPECTATION, text)
        form = self._talk.act("add-expectation").form
        assert isinstance(form, ExpectationsForm)
        uid = form.rows[-1].uid
        texts = (date.today().isoformat(), situation, behaviour, impact)
        for voice, typed in zip(
            (Voice.OBSERVED_ON, Voice.SITUATION, Voice.BEHAVIOUR, Voice.IMPACT), texts, strict=True
        ):
            self._talk.type_about(uid, voice, typed)
        form = self._talk.act("add-example", uid).form
        assert isinstance(form, ExpectationsForm) and len(form.rows[-1].examples) == 1, form

    def go_on(self) -> None:
        self._show(self._talk.next())

    def seal(self) -> None:
        self._note = self._review.seal(self._uid)

    def export(self) -> Path:
        presenter = self._note_presenter()
        presenter.open(self._note.uid)
        done = presenter.export(self._note.uid)
        assert presenter.exported(done).exported == str(done.path)
        return done.path

    def verify(self, path: Path) -> str:
        known = known_to(self.house.vault)
        presenter = VerifyPresenter(
            lambda file, password: check_file(file, known, password),
            lambda folder, *run: verify_folder(folder, known, *run),
            lambda file: None,
        )
        found = presenter.judge(path)
        assert isinstance(found, Judged), found
        return str(found.panel.tone)

    def correct(self, reason: str) -> None:
        presenter = self._note_presenter()
        presenter.open(self._note.uid)
        presenter.type_reason(reason)
        where = presenter.correct()
        assert isinstance(where, Destination), where
        self._open_review(where.uid)

    def answer(self, path: Path, comment: str, passphrase: str) -> Path:
        presenter = RespondPresenter(sent_here(None, self._exports / "employee-key.p12"))
        found = presenter.read(path)
        assert isinstance(found, Opened), found
        assert presenter.opened(found).can_answer
        presenter.turn(Step.ANSWER)
        fields = {"choice": "disagree", "comment": comment, "scores": "not-used"}
        for field, text in fields.items():
            presenter.type(field, text)
        presenter.draw((((0.1, 0.5), (0.9, 0.4)),))
        order = presenter.order(Act.SIGN, passphrase, passphrase)
        assert isinstance(order, Order), order
        done = presenter.carry_out(order)
        assert done is not None
        assert presenter.carried_out(order, done).step is Step.DONE
        return done

    def take_in(self, path: Path) -> str:
        self._answers = AnswersPresenter(self.house.vault.responses(self._kind), answer_tools(self.house))
        self._answers.open(self._note)
        screen = self._answers.taken_in(path, self._answers.take_in(path))
        assert screen.arrival is not None
        return screen.arrival.headline

    def compare_key(self) -> None:
        screen = self._answers.open(self._note)
        assert not self._answers.trust(screen.answers[0].uid).answers[0].can_trust

    def _show(self, screen: ConversationScreen) -> None:
        self._screen = None if screen.finished else screen
        if screen.finished:
            self._open_review(screen.uid)

    def _open_review(self, uid: str) -> None:
        vault = self.house.vault
        self._uid = uid
        self._review = ReviewPresenter(
            vault.conversations(self._kind),
            vault.people,
            self.house.words[self._kind],
            self._side(),
            lambda talk: seal(vault, self._kind, talk),
        )
        assert self._review.open(uid).can_seal

    def _fill(self, form: str, uid: str, texts: dict[str, str]) -> None:
        presenter = OkrsPresenter(self.house.vault.okrs, self.house.vault.people, self.house.vault.policy)
        presenter.open()
        if uid and form == "objective":
            presenter.choose_cycle(uid)
        presenter.begin(form, uid)
        for field, text in texts.items():
            presenter.type(field, text)
        screen = presenter.save()
        assert screen.open_form is None, screen.open_form

    def _cycle_uid(self) -> str:
        return self.house.vault.okrs.cycles()[-1].uid

    def _conversation_presenter(self) -> ConversationPresenter:
        vault = self.house.vault
        words = self.house.words[self._kind]
        return ConversationPresenter(vault.conversations(self._kind), vault.people, words, self._side())

    def _side(self) -> Side:
        vault = self.house.vault
        if self._kind is Kind.OKR:
            return OkrTalk(OkrSide(vault.okrs, vault.people), vault.okrs)
        return PerformanceTalk(PerformanceSide(vault.facts, vault.evidence, vault.people), vault.evidence)

    def _note_presenter(self) -> NotePresenter:
        vault = self.house.vault

        def exported(note: Note, folder: Path, asked: Asked) -> Exported:
            return export(vault, note, folder, wishes=Wishes(asked.password))

        tools = NoteTools(_no_pages, _no_pages, exported, _no_check, reopen, lambda note: "", lambda: False)
        return NotePresenter(self._kind, vault.notes(self._kind), vault.conversations(self._kind), tools, self._exports)


def _no_pages(note: Note) -> bytes:
    raise AssertionError("the journey without pixels draws no pages")


def _no_check(pdf: bytes, name: str) -> None:
    raise AssertionError("the journey without pixels checks the exported file itself")
