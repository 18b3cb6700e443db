"""The employee's page without pixels."""

from pathlib import Path

import pytest

from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply
from desktop.models.verdict import Outcome
from desktop.presenters.notes.respond import RespondPresenter
from desktop.presenters.notes.respond_draft import Act, Order
from desktop.presenters.notes.respond_screen import Opened, RespondScreen, Step
from desktop.presenters.notice import Tone
from tests.answering import DRAWN, TODAY, Desk, answers_in, sent
from tests.documents.notes import Spoken

EXACT = "\tEinr\u00fcckt\n\n  und\u00a0mehr \u2013 \u0645\u0631\u062d\u0628\u0627 \U0001f600\n"


def page(desk: Desk, in_room: bool = False) -> RespondPresenter:
    return RespondPresenter(desk.tools(), in_room=in_room, today=lambda: TODAY)


def opened(shown: RespondPresenter, path: Path, password: str = "") -> RespondScreen:
    shown.begin(path)
    return shown.opened(shown.read(path, password))


def filled(shown: RespondPresenter, **fields: str) -> None:
    shown.turn(Step.ANSWER)
    for name, text in fields.items():
        shown.type(name, text)


def done(shown: RespondPresenter, act: Act, *secrets: str) -> tuple[RespondScreen, Path]:
    order = shown.order(act, *secrets)
    assert isinstance(order, Order), order
    path = shown.carry_out(order)
    return shown.carried_out(order, path), path or Path()


def missing(shown: RespondPresenter, act: Act, *secrets: str) -> dict[str, str]:
    answer = shown.order(act, *secrets)
    assert isinstance(answer, RespondScreen)
    return dict(answer.errors)


def test_a_note_is_read_before_it_is_answered(tmp_path: Path) -> None:
    shown = page(Desk())
    assert shown.open().step is Step.CHOOSE and shown.pages is None
    assert "note.pdf" in shown.begin(tmp_path / "note.pdf").busy
    screen = opened(shown, sent(tmp_path))
    assert (screen.step, screen.can_answer, screen.notice) == (Step.READ, True, None)
    assert screen.title == "Performance conversation with Mira Solberg"
    assert screen.panel is not None and screen.panel.headline == "Signed and unchanged"
    assert shown.pages is not None and len(shown.pages) >= 2
    assert shown.turn(Step.ANSWER).draft.name == "Tomas Oyelaran"


def test_a_signed_answer_holds_every_letter_and_lies_beside_the_note(tmp_path: Path) -> None:
    shown, path = page(Desk()), sent(tmp_path)
    opened(shown, path)
    filled(shown, choice="disagree", comment=EXACT, scores="not-used")
    shown.draw(DRAWN)
    screen, saved = done(shown, Act.SIGN)
    assert saved == tmp_path / "note - answered.pdf"
    found = answers_in(saved)
    assert (found.reply, found.closed) == (Reply(Choice.DISAGREE, EXACT, False), True)
    assert found.verdict.outcome is Outcome.INTACT
    assert screen.step is Step.DONE and screen.outgoing is not None
    assert (screen.outgoing.headline, screen.outgoing.path) == ("Answered and signed", str(saved))
    assert "Send this file back to Mira Solberg" in screen.outgoing.sentences[0]
    assert path.exists() and not shown.unsaved()


def test_saving_again_overwrites_nothing(tmp_path: Path) -> None:
    shown, path = page(Desk()), sent(tmp_path)
    for _round in range(2):
        opened(shown, path)
        filled(shown, choice="received")
        screen, _saved = done(shown, Act.SAVE)
        assert screen.outgoing is not None and "not signed" in screen.outgoing.sentences[1]
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "note - answered (2).pdf",
        "note - answered.pdf",
        "note.pdf",
    ]


def test_what_is_missing_is_said_beside_its_field(tmp_path: Path) -> None:
    shown = page(Desk("new"))
    opened(shown, sent(tmp_path))
    filled(shown, name=" ")
    assert set(missing(shown, Act.SAVE)) == {"choice"}
    assert set(missing(shown, Act.SIGN)) == {"choice", "name", "passphrase"}
    filled(shown, choice="disagree", comment=" \n", name="Tomas")
    assert set(missing(shown, Act.SIGN, "one", "two")) == {"comment", "strokes", "again"}
    assert "disagree" in missing(shown, Act.SAVE)["comment"]
    filled(shown, comment="No.", way="type")
    assert isinstance(shown.order(Act.SIGN, "one", "one"), Order)


def test_twenty_thousand_characters_and_not_one_more(tmp_path: Path) -> None:
    shown = page(Desk())
    opened(shown, sent(tmp_path))
    filled(shown, choice="agree", comment="x" * 20_003)
    assert "3 characters too long" in missing(shown, Act.SAVE)["comment"]
    filled(shown, comment="x" * 20_000)
    _screen, path = done(shown, Act.SAVE)
    assert answers_in(path).reply.comment == "x" * 20_000


def test_the_scores_may_stay_open(tmp_path: Path) -> None:
    shown = page(Desk())
    opened(shown, sent(tmp_path))
    filled(shown, choice="received", scores="used")
    filled(shown, scores="")
    assert answers_in(done(shown, Act.SAVE)[1]).reply == Reply(Choice.RECEIVED)


def test_what_is_typed_outlives_errors_and_other_notes(tmp_path: Path) -> None:
    shown, first = page(Desk("known")), sent(tmp_path)
    second = sent(tmp_path, "other.pdf", Spoken(employee_says="Something else."))
    opened(shown, first)
    filled(shown, choice="agree", comment="Half a sen")
    shown.draw(DRAWN)
    order = shown.order(Act.SIGN, "wrong")
    assert isinstance(order, Order)
    with pytest.raises(Problem, match="not the passphrase"):
        shown.carry_out(order)
    assert shown.failed("No.").draft.comment == "Half a sen"
    assert "not saved" in shown.unsaved()
    assert opened(shown, second).draft.comment == ""
    again = opened(shown, first)
    assert (again.draft.comment, again.draft.strokes) == ("Half a sen", DRAWN)
    assert again.notice is not None and "still here" in again.notice.text


def test_choosing_how_to_sign_is_nothing_to_lose(tmp_path: Path) -> None:
    shown = page(Desk())
    opened(shown, sent(tmp_path))
    filled(shown, way="type")
    assert shown.unsaved() == ""


def test_a_known_key_is_opened_and_a_new_one_is_explained(tmp_path: Path) -> None:
    desk = Desk("new")
    shown = page(desk)
    screen = opened(shown, sent(tmp_path))
    assert (screen.own_key, "nobody can restore it" in screen.why_key) == ("new", True)
    desk.wanted = "known"
    assert shown.turn(Step.ANSWER).own_key == "known"
    filled(shown, choice="received", way="type")
    assert set(missing(shown, Act.SIGN)) == {"passphrase"}
    assert answers_in(done(shown, Act.SIGN, "open")[1]).closed


def test_a_passphrase_is_shown_nowhere(tmp_path: Path) -> None:
    shown = page(Desk("known"))
    opened(shown, sent(tmp_path))
    filled(shown, choice="received", way="type")
    assert "sesame" not in repr(shown.order(Act.SIGN, "sesame"))


def test_a_signed_answer_is_shown_and_stays(tmp_path: Path) -> None:
    shown = page(Desk())
    opened(shown, sent(tmp_path))
    filled(shown, choice="agree", comment="Yes.", way="type")
    screen = opened(shown, done(shown, Act.SIGN)[1])
    assert screen.can_answer is False and screen.panel is not None
    assert dict(screen.panel.answer)["Comment"] == "Yes."
    assert screen.notice is not None and screen.notice.tone is Tone.INFO


def test_an_unsigned_answer_can_go_on(tmp_path: Path) -> None:
    shown = page(Desk())
    opened(shown, sent(tmp_path))
    filled(shown, choice="agree", comment="Yes.", scores="used")
    screen = opened(shown, done(shown, Act.SAVE)[1])
    assert (screen.draft.choice, screen.draft.comment, screen.draft.scores) == ("agree", "Yes.", "used")
    assert screen.can_answer and not shown.unsaved()


def test_what_cannot_be_answered_says_why(tmp_path: Path) -> None:
    whole = sent(tmp_path).read_bytes()
    bent, letter, bare = (tmp_path / name for name in ("bent.pdf", "letter.pdf", "bare.pdf"))
    bent.write_bytes(whole + b"\n7 0 obj\n<<>>\nendobj\n")
    letter.write_bytes(b"Dear Tomas")
    bare.write_bytes(whole[: whole.index(b"%%EOF") + 6])
    screen = opened(page(Desk()), letter)
    assert screen.step is Step.CHOOSE and screen.notice is not None and "not a PDF" in screen.notice.text
    for path, words in ((bent, "changed after it was signed"), (bare, "Nobody signed")):
        screen = opened(page(Desk()), path)
        assert screen.can_answer is False and screen.notice is not None, path
        assert (screen.notice.tone, words in screen.notice.text) == (Tone.BAD, True)


def test_a_locked_file_asks_until_the_password_is_right(tmp_path: Path) -> None:
    shown, path = page(Desk()), sent(tmp_path, "locked.pdf")
    assert opened(shown, path).step is Step.LOCKED
    assert opened(shown, path, "wrong").notice is not None
    assert opened(shown, path, "open").step is Step.READ


def test_another_folder_takes_the_answer(tmp_path: Path) -> None:
    shown = page(Desk())
    assert opened(shown, sent(tmp_path)).folder == str(tmp_path)
    there = tmp_path / "mine"
    there.mkdir()
    assert shown.choose_folder(there).folder == str(there)
    filled(shown, choice="received")
    assert done(shown, Act.SAVE)[1].parent == there


def test_in_the_room_there_are_no_files_and_no_keys(tmp_path: Path) -> None:
    shown = page(Desk("new"), in_room=True)
    assert str(tmp_path) not in shown.begin(sent(tmp_path)).busy
    screen = opened(shown, tmp_path / "note.pdf")
    assert (screen.title, screen.folder, screen.own_key) == ("This page is Tomas Oyelaran's", "", "")
    assert "note.pdf" not in screen.subtitle
    filled(shown, choice="received")
    shown.draw(DRAWN)
    told = done(shown, Act.SIGN)[0].outgoing
    assert told is not None and told.path == "" and str(tmp_path) not in " ".join(told.sentences)


def test_declining_takes_a_day_and_a_witness(tmp_path: Path) -> None:
    desk = Desk()
    shown = page(desk, in_room=True)
    opened(shown, sent(tmp_path))
    assert shown.turn(Step.DECLINE).draft.day == "2026-11-23"
    shown.type("day", "yesterday")
    assert set(missing(shown, Act.DECLINE)) == {"day", "witness"}
    for name, text in (("day", "22.11.2026"), ("witness", "Noor Ebbe"), ("reason", "")):
        shown.type(name, text)
    assert set(missing(shown, Act.DECLINE)) == {"witness_strokes"}
    shown.draw(DRAWN)
    screen, _path = done(shown, Act.DECLINE)
    assert screen.outgoing is not None and screen.outgoing.headline == "Noted"
    ((reason, day, witness),) = desk.declined
    assert (reason, str(day), witness.name, witness.strokes) == ("", "2026-11-22", "Noor Ebbe", DRAWN)
    assert not shown.unsaved()


def test_a_witness_drawing_is_not_the_employees(tmp_path: Path) -> None:
    shown = page(Desk(), in_room=True)
    found = shown.read(sent(tmp_path))
    assert isinstance(found, Opened)
    shown.opened(found)
    shown.turn(Step.DECLINE)
    shown.draw(DRAWN)
    assert shown.turn(Step.ANSWER).draft.strokes == ()
