"""A returned file finds its note, is judged, and what it says is kept beside it; nothing is ever overwritten."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.keys.identity import make_identity
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign
from desktop.flows.keys.trusting import trust
from desktop.flows.notes.exporting import export
from desktop.flows.notes.returning import Homecoming, take_in
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.response import Arrival, Choice, Reply
from tests.world import World

WORDS = Reply(Choice.DISAGREE, 'I see it otherwise:\n\tقال: لا أوافق <b>&"', scores_used=False)


@pytest.fixture(scope="module")
def tomas() -> Identity:
    """The employee's own key."""
    return make_identity(Person("", "Tomas Oyelaran"), now())


@pytest.fixture
def given(signing_world: World, note: Note, tmp_path: Path) -> bytes:
    """The note as it was given away."""
    return export(signing_world.vault, note, tmp_path).pdf


def home(world: World, folder: Path, pdf: bytes, note: Note | None = None) -> Homecoming:
    path = folder / "back.pdf"
    path.write_bytes(pdf)
    return take_in(world.vault, path, note)


def signed(pdf: bytes, by: Identity, reply: Reply = WORDS) -> bytes:
    return countersign(fill(pdf, reply), Signatory(by, "Tomas Oyelaran", now()))


def test_an_answer_without_a_signature_is_kept_word_for_word(
    signing_world: World, note: Note, given: bytes, tmp_path: Path
) -> None:
    answered = fill(given, WORDS)
    came = home(signing_world, tmp_path, answered)
    assert came.note == note
    assert came.returned.arrival is Arrival.ANSWERED
    responses = signing_world.vault.responses(note.kind)
    (kept,) = responses.responses(note.uid)
    assert (kept.comment, kept.choice, kept.scores_used) == (WORDS.comment, "disagree", False)
    assert responses.file(kept.uid) == answered
    assert signing_world.vault.verify_chain() == ()


def test_the_first_key_is_unknown_until_it_was_compared(
    signing_world: World, note: Note, given: bytes, tomas: Identity, tmp_path: Path
) -> None:
    first = home(signing_world, tmp_path, signed(given, tomas))
    assert (first.returned.arrival, first.key_changed) == (Arrival.UNKNOWN_SIGNER, False)
    assert first.response is not None
    assert first.response.certificate == tomas.certificate
    trust(signing_world.vault, note.person_uid, first.response.certificate)
    second = home(signing_world, tmp_path, signed(given, tomas, Reply(Choice.AGREE)))
    assert second.returned.arrival is Arrival.SIGNED
    assert [each.choice for each in signing_world.vault.responses(note.kind).responses(note.uid)] == [
        "disagree",
        "agree",
    ]


def test_another_key_than_the_known_one_is_said_loudly(
    signing_world: World, note: Note, given: bytes, tomas: Identity, tmp_path: Path
) -> None:
    trust(signing_world.vault, note.person_uid, tomas.certificate)
    other = make_identity(Person("", "Tomas Oyelaran"), now())
    came = home(signing_world, tmp_path, signed(given, other))
    assert (came.returned.arrival, came.key_changed) == (Arrival.UNKNOWN_SIGNER, True)
    trust(signing_world.vault, note.person_uid, other.certificate)
    assert home(signing_world, tmp_path, signed(given, other)).returned.arrival is Arrival.SIGNED
    assert home(signing_world, tmp_path, signed(given, tomas)).returned.arrival is Arrival.SIGNED


def test_the_same_file_is_taken_in_once(signing_world: World, note: Note, given: bytes, tmp_path: Path) -> None:
    answered = fill(given, WORDS)
    home(signing_world, tmp_path, answered)
    again = home(signing_world, tmp_path, answered)
    assert (again.returned.arrival, again.response) == (Arrival.KNOWN, None)
    assert len(signing_world.vault.responses(note.kind).responses(note.uid)) == 1


def test_what_was_altered_or_not_answered_leaves_nothing(
    signing_world: World, note: Note, given: bytes, tmp_path: Path
) -> None:
    flipped = given.replace(b"BT ", b"Bt ", 1) if b"BT " in given else given[:9000] + b"!" + given[9001:]
    for pdf, arrival in ((given, Arrival.UNCHANGED), (flipped, Arrival.ALTERED)):
        assert home(signing_world, tmp_path, pdf).returned.arrival is arrival
    assert signing_world.vault.responses(note.kind).responses(note.uid) == ()


def test_a_file_saved_anew_is_kept_as_unsigned_text(
    signing_world: World, note: Note, given: bytes, tmp_path: Path
) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(fill(given, WORDS))) as opened:
        opened.save(out)
    came = home(signing_world, tmp_path, out.getvalue())
    assert came.returned.arrival is Arrival.RESAVED
    assert came.response is not None
    assert (came.response.comment, came.response.signer) == (WORDS.comment, "")


def test_an_answer_to_an_earlier_export_is_taken_too(
    signing_world: World, note: Note, given: bytes, tmp_path: Path
) -> None:
    export(signing_world.vault, note, tmp_path)
    assert home(signing_world, tmp_path, fill(given, WORDS)).returned.arrival is Arrival.ANSWERED


def test_an_answer_to_another_note_is_named_as_such(
    signing_world: World, note: Note, given: bytes, tmp_path: Path
) -> None:
    talk = signing_world.start(Kind.OKR, Stage.CHECK_IN)
    signing_world.say(talk, "Another talk")
    other = seal(signing_world.vault, Kind.OKR, talk.uid)
    came = home(signing_world, tmp_path, fill(given, WORDS), other)
    assert came.note == note
    assert came.returned.arrival is Arrival.NOT_OURS
    assert came.response is None


@pytest.mark.parametrize("data", [b"", b"words", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_note_is_told(data: bytes, signing_world: World, note: Note, tmp_path: Path) -> None:
    try:
        came = home(signing_world, tmp_path, data, note)
    except Problem as problem:
        assert str(problem)
    else:
        assert came.returned.arrival is Arrival.NOT_OURS
        assert came.returned.reasons


def test_a_stranger_without_a_note_to_answer(signing_world: World, tmp_path: Path) -> None:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    came = home(signing_world, tmp_path, out.getvalue())
    assert came.note is None
    assert "no note of this vault" in came.returned.reasons[0]
