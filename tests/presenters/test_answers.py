"""What became of a note: with whom it is, what came back, which key waits to be compared, what was added."""

from pathlib import Path

import pytest

from desktop.documents.keys.identity import make_identity
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign
from desktop.flows.keys.trusting import employee_certificates, trust
from desktop.flows.notes.exporting import export
from desktop.flows.notes.handing import hand_over
from desktop.flows.notes.rebutting import attach, write_down
from desktop.flows.notes.returning import take_in
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.response import Choice, Reply
from desktop.presenters.notes.answers import AnswersPresenter, AnswersScreen, AnswerTools
from desktop.presenters.notice import Tone
from tests.world import World

DISAGREES = Reply(Choice.DISAGREE, "Not so.")


@pytest.fixture(scope="module")
def tomas() -> Identity:
    return make_identity(Person("", "Tomas Oyelaran"), now())


@pytest.fixture
def sealed(world: World) -> Note:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Said")
    return seal(world.vault, Kind.PERFORMANCE, talk.uid)


@pytest.fixture
def presenter(world: World, tmp_path: Path) -> AnswersPresenter:
    vault = world.vault

    def save(data: bytes, name: str) -> Path:
        (tmp_path / f"copy of {name}").write_bytes(data)
        return tmp_path / f"copy of {name}"

    tools = AnswerTools(
        take_in=lambda note, path, password: take_in(vault, path, note, password),
        hand_over=lambda note: hand_over(vault, note),
        trust=lambda uid, certificate: trust(vault, uid, certificate),
        is_known=lambda uid, certificate: certificate in employee_certificates(vault, uid),
        spoken=lambda certificate: f"{len(certificate)} words",
        attach=lambda note, path: attach(vault, note, path),
        write_down=lambda note, words: write_down(vault, note, words),
        save=save,
    )
    return AnswersPresenter(vault.responses(Kind.PERFORMANCE), tools)


def returned(shown: AnswersPresenter, folder: Path, pdf: bytes) -> AnswersScreen:
    path = folder / "returned.pdf"
    path.write_bytes(pdf)
    return shown.taken_in(path, shown.take_in(path))


def test_it_says_with_whom_the_note_is(world: World, sealed: Note, presenter: AnswersPresenter, tmp_path: Path) -> None:
    assert presenter.open(sealed).standing == "Not given to Tomas yet"
    refused = presenter.hand_over()
    assert refused.notice is not None
    assert "Export the signed PDF first" in refused.notice.text
    export(world.vault, sealed, tmp_path)
    given = presenter.hand_over()
    assert given.standing.startswith("With Tomas since ")
    assert given.can_hand_over


def test_an_answer_is_shown_word_for_word(
    world: World, sealed: Note, presenter: AnswersPresenter, tmp_path: Path
) -> None:
    presenter.open(sealed)
    screen = returned(presenter, tmp_path, fill(export(world.vault, sealed, tmp_path).pdf, DISAGREES))
    assert screen.standing == "Answered, not signed"
    assert screen.arrival is not None
    assert screen.arrival.headline == "Answered, not signed"
    assert dict(screen.answers[0].answer) == {"Answer": "Disagrees", "Comment": "Not so."}
    assert not screen.can_hand_over


def test_an_unknown_key_is_compared_by_words_and_then_known(
    world: World, sealed: Note, presenter: AnswersPresenter, tmp_path: Path, tomas: Identity
) -> None:
    presenter.open(sealed)
    pdf = fill(export(world.vault, sealed, tmp_path).pdf, DISAGREES)
    screen = returned(presenter, tmp_path, countersign(pdf, Signatory(tomas, "Tomas Oyelaran", now())))
    assert (screen.tone, screen.answers[0].can_trust) == (Tone.WARN, True)
    assert screen.spoken == f"{len(tomas.certificate)} words"
    known = presenter.trust(screen.answers[0].uid)
    assert (known.spoken, known.answers[0].can_trust, known.tone) == ("", False, Tone.GOOD)
    assert "the key was compared later" in known.standing


def test_the_file_of_an_answer_can_be_saved_again(
    world: World, sealed: Note, presenter: AnswersPresenter, tmp_path: Path
) -> None:
    presenter.open(sealed)
    pdf = fill(export(world.vault, sealed, tmp_path).pdf, DISAGREES)
    screen = returned(presenter, tmp_path, pdf)
    presenter.save_answer(screen.answers[0].uid)
    assert (tmp_path / "copy of returned.pdf").read_bytes() == pdf


def test_a_statement_that_is_being_written_waits_for_its_note(
    world: World, sealed: Note, presenter: AnswersPresenter
) -> None:
    presenter.open(sealed)
    presenter.type_statement("I see it oth")
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Other")
    assert presenter.open(seal(world.vault, Kind.PERFORMANCE, talk.uid)).statement == ""
    assert presenter.open(sealed).statement == "I see it oth"
    presenter.type_statement("I see it otherwise.")
    attached = presenter.write_down()
    assert (attached.statement, [each.name for each in attached.statements]) == ("", ["statement.txt"])


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_lost(
    sealed: Note, presenter: AnswersPresenter, tmp_path: Path
) -> None:
    presenter.open(sealed)
    gone = tmp_path / "gone.pdf"
    screen = presenter.taken_in(gone, presenter.take_in(gone))
    assert screen.notice is not None
    assert screen.notice.tone is Tone.BAD
    assert screen.standing == "Not given to Tomas yet"
