"""The wall: nothing of a key result's levels, score, zone or confidence reaches a performance conversation.

Two firms differ in nothing but what may not cross. All that the performance side shows, seals and prints of them must
be the same, word for word; and none of the numbers, each of which is there only once, may be found.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from mnemonic import Mnemonic
from PySide6.QtWidgets import QApplication, QWidget

from desktop.documents.judging.schema import read_record
from desktop.flows.okr.publishing import share
from desktop.models.conversation import Conversation
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.okr import (
    CheckIn,
    Decision,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    Reflection,
    score,
    shown_score,
)
from desktop.models.performance import Evidence, Expectation
from desktop.presenters.destination import Place
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.performance_talk import PerformanceTalk
from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.presenters.talk.words import Words
from desktop.selftest.hands import press, type_into, until
from desktop.views.notes.note_view import NoteView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.talk.review_view import ReviewView
from tests.allowing import allow_individual
from tests.documents.tools import text_of
from tests.running import answered, at, clean_up, go, running, seen
from tests.world import TODAY, World, make_world

START, LATEST, LEARNED = "813.97", "641.19", "Two people in the morning are enough."
_ALIKE = (
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",  # identifiers
    r"\b[0-9a-f]{8}\b|\b[0-9a-f]{16,64}\b|\b[0-9A-F]{4}( [0-9A-F]{4}){3,}",  # digests and fingerprints
    r"\d{4}-\d{2}-\d{2}T[0-9:.+]+|\b\d{2}:\d{2}(:\d{2})?\b",  # moments
    r"/[^\s]*/",  # folders
)
_WORDS_OF_KEYS = set(Mnemonic("english").wordlist)


@dataclass(frozen=True)
class Secrets:
    """What may not cross, and nowhere else has these numbers or words."""

    levels: tuple[str, str, str]
    confidence: int
    title: str
    why_late: str
    decision: Decision
    unshared: str

    def words(self) -> tuple[str, ...]:
        """Return all of it as it could be written."""
        known = Decimal(LATEST)
        exact = score(result_of(self, "").levels, known)  # type: ignore[arg-type]
        numbers = {*self.levels, self.unshared, shown_score(exact), f"{exact:f}"[:8]} - {"1.0", "1.00", "1", "0"}
        return (*numbers, *(each.replace(".", ",") for each in numbers), self.title, self.why_late)


HARD = Secrets(("713.37", "613.53", "513.71"), 3, "Hard zebra title", "Late because of zebras", Decision.KEEP, "917.31")
EASY = Secrets(("783.11", "731.29", "691.83"), 9, "Easy giraffe title", "Late by giraffes", Decision.MODIFY, "929.47")
# that a key result was dropped may cross: Focus asks for it


def result_of(secrets: Secrets, objective_uid: str) -> KeyResult:
    commit, target, stretch = (Decimal(level) for level in secrets.levels)
    return KeyResult(
        new_uid(),
        objective_uid,
        KeyResultKind.METRIC,
        secrets.title,
        "Median first reply",
        "minutes",
        Decimal(START),
        commit,
        target,
        stretch,
        TODAY,
        secrets.why_late,
    )


def firm(folder: Path, secrets: Secrets) -> tuple[World, Conversation]:
    """Make a firm with these secrets, and begin a performance conversation in it."""
    world = make_world(folder)
    okrs = world.vault.okrs
    okrs.delete_key_result(world.key_result.uid)
    result = result_of(secrets, world.objective.uid)
    okrs.save_key_result(result)
    hidden = replace(result, uid=new_uid(), baseline=Decimal(secrets.unshared), neutral_name="Hidden name")
    okrs.save_key_result(hidden)
    known = (Decimal(LATEST), TODAY, "help desk")
    okrs.record_check_in(CheckIn(new_uid(), result.uid, *known, secrets.confidence, now()))
    okrs.record_reflection(Reflection(new_uid(), result.uid, *known, LEARNED, secrets.decision, now()))
    assert share(okrs, result.uid) == ()
    reason = f"{secrets.title} alone"
    own = (Level.INDIVIDUAL, world.employee.uid, secrets.title, "", reason)
    allow_individual(world.vault, world.cycle.uid, world.employee.uid, f"{secrets.title} allowed")
    okrs.save_objective(Objective(new_uid(), world.cycle.uid, *own))
    expectation = Expectation(new_uid(), world.employee.uid, "Hands work over")
    world.vault.evidence.save_expectation(expectation)
    example = (expectation.uid, TODAY, "Monday", "wrote a list", "a calm start")
    world.vault.evidence.save_evidence(Evidence(new_uid(), world.employee.uid, *example))
    return world, world.start(Kind.PERFORMANCE, Stage.REVIEW)


@pytest.fixture(scope="module", params=["presenter", "window"])
def told(request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """All words that the performance side tells of the two firms."""
    tell = by_presenter if request.param == "presenter" else by_window
    texts = []
    for name, secrets in (("hard", HARD), ("easy", EASY)):
        world, talk = firm(tmp_path_factory.mktemp(name) / "vault", secrets)
        texts.append(tell(world, talk))
        world.vault.close()
    return texts


def by_presenter(world: World, talk: Conversation) -> str:
    """Return every screen of the conversation as it is, widgets or not."""
    vault = world.vault
    store = vault.conversations(talk.kind)
    side = PerformanceTalk(PerformanceSide(vault.facts, vault.evidence, vault.people), vault.evidence)
    presenter = ConversationPresenter(store, vault.people, Words(talk.kind, store, vault.writer), side)
    screens = [presenter.open(talk.uid)]
    while not screens[-1].finished:
        screens.append(presenter.skip())
    return "\n".join(map(repr, screens))


def by_window(world: World, talk: Conversation) -> str:
    """Return the words of every widget on the way, of the record and of the PDF."""
    texts = []
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as program:
        texts.append(settled(go(program, Place.PERSON, world.employee.uid)))
        view = go(program, Place.CONVERSATION, talk.uid, talk.kind)
        assert isinstance(view, ConversationView)
        while program.window.screen_view is view:
            if view.shown.topic == "facts":
                type_into(view, "voice-employee", "I moved the urgent queue to the front.")
            texts.append(settled(program.window))
            press(view, "next")
        texts.append(settled(at(program, ReviewView)))
        press(at(program, ReviewView), "seal")
        texts.append(answered(program, True))
        note = at(program, NoteView)
        press(note, "export")
        until(lambda: note.paper is not None and note.paper.verdict is not None, "the signed pages", 60)
        texts.append(settled(program.window))
        pdf = Path(note.shown.exported).read_bytes()
    texts += [read_record(pdf).decode(), text_of(pdf, world.vault.folder.parent)]
    return "\n".join(texts)


def settled(root: QWidget) -> str:
    """Return the words of a window once what was replaced is gone."""
    clean_up()
    return seen(root)


def test_what_may_not_cross_changes_nothing_there(told: list[str]) -> None:
    hard, easy = (masked(text) for text in told)
    assert sorted(hard - easy) == sorted(easy - hard) == []


def test_none_of_it_can_be_found(told: list[str]) -> None:
    for text, secrets in zip(told, (HARD, EASY), strict=True):
        assert [word for word in (*secrets.words(), "Hidden name") if stands(word, text)] == []


def stands(word: str, text: str) -> bool:
    """Tell whether a word stands in a text, and is not only part of a longer number: a moment has decimals, too."""
    return re.search(rf"(?<![\d.,]){re.escape(word)}(?!\d)", text) is not None


def test_what_may_cross_does(told: list[str]) -> None:
    for text in told:
        for words in ("Median first reply", f"{START} → {LATEST} minutes", "help desk", LEARNED, "Hands work over"):
            assert words in text


def masked(text: str) -> set[str]:
    """Return the lines without what differs each time, and without the one that tells how far the saving is."""
    for pattern in _ALIKE:
        text = re.sub(pattern, "…", text)
    text = "\n".join("…" if set(line.split()) <= _WORDS_OF_KEYS else line for line in text.splitlines())
    return {line for line in text.splitlines() if "Saved …" not in line and "Saving…" not in line}
