"""What is typed is saved, once, in order, and kept until the disk takes it."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue
from time import monotonic

import pytest

from desktop.models.conversation import PrivateNote
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.models.search import Query
from desktop.storage.connection import connect
from desktop.storage.room import VaultFile
from desktop.storage.rooms import Rooms
from desktop.storage.vault import Vault
from desktop.storage.writer import Writer, answer_key, private_note_key, step_key
from tests.keys import VAULT_KEY
from tests.storage.sample import MANAGER, answer_of, begin, new_vault, outside, sealed

PATIENCE = 10.0
ROOT = Path(__file__).parents[2]


class Heard:
    """Listens to a writer."""

    def __init__(self, writer: Writer) -> None:
        self.saved: Queue[Hashable] = Queue()
        self.failed: Queue[tuple[Hashable, str]] = Queue()
        writer.on_saved = self.saved.put
        writer.on_failed = lambda key, sentence: self.failed.put((key, sentence))


@pytest.fixture
def writer(vault: Vault) -> Iterator[Writer]:
    """A writer with little patience, on a vault with one conversation of each kind."""
    begin(vault, Kind.OKR)
    begin(vault, Kind.PERFORMANCE)
    made = Writer(Rooms(VaultFile(vault.folder / "vault.db", vault.key)), pause_seconds=0.02)
    yield made
    made.close()


@pytest.mark.parametrize("kind", Kind)
def test_saved_is_said_once_it_can_be_read_elsewhere(vault: Vault, writer: Writer, kind: Kind) -> None:
    read: Queue[str] = Queue()
    writer.on_saved = lambda key: read.put(vault.conversations(kind).answers("talk")[0].text)
    writer.save_answer(kind, answer_of(text="typed"))
    assert read.get(timeout=PATIENCE) == "typed"
    assert writer.pending() == 0


def test_private_notes_are_saved_too(vault: Vault, writer: Writer) -> None:
    heard, note = Heard(writer), PrivateNote("talk", "talk", "typed")
    writer.save_private_note(Kind.OKR, note)
    assert heard.saved.get(timeout=PATIENCE) == private_note_key(Kind.OKR, note)
    assert vault.conversations(Kind.OKR).private_notes("talk") == (note,)


def test_only_the_newest_of_what_waits_is_written(writer: Writer) -> None:
    heard, busy, go_on = Heard(writer), threading.Event(), threading.Event()
    written: list[str] = []

    def hold() -> None:
        busy.set()
        go_on.wait(PATIENCE)

    writer.put("first", hold)
    assert busy.wait(PATIENCE)
    for text in ("a", "ab", "abc"):
        writer.put("field", lambda text=text: written.append(text))  # type: ignore[misc]
    writer.put("other", lambda: written.append("other"))
    assert writer.pending() == 3
    go_on.set()
    assert writer.flush(PATIENCE)
    assert written == ["abc", "other"]
    assert [heard.saved.get(timeout=PATIENCE) for _ in range(3)] == ["first", "field", "other"]


def test_saved_is_not_said_while_a_newer_value_waits(writer: Writer) -> None:
    heard, busy, go_on = Heard(writer), threading.Event(), threading.Event()

    def hold() -> None:
        busy.set()
        go_on.wait(PATIENCE)

    newer = threading.Event()
    writer.put("field", hold)
    assert busy.wait(PATIENCE)
    writer.put("field", newer.set)
    go_on.set()
    assert writer.flush(PATIENCE)
    assert newer.is_set()
    assert heard.saved.get(timeout=PATIENCE) == "field"
    assert writer.close()
    assert heard.saved.empty()


def test_a_vanished_vault_keeps_the_words_in_memory_until_it_is_back(vault: Vault, writer: Writer) -> None:
    heard, path, away = Heard(writer), vault.folder / "vault.db", vault.folder / "elsewhere.db"
    path.rename(away)
    writer.save_answer(Kind.OKR, answer_of(text="kept"))
    key, sentence = heard.failed.get(timeout=PATIENCE)
    assert key == answer_key(Kind.OKR, answer_of())
    assert "moved, deleted or replaced" in sentence
    assert not writer.flush(PATIENCE)
    assert writer.pending() == 1
    away.rename(path)
    assert heard.saved.get(timeout=PATIENCE) == key
    assert vault.conversations(Kind.OKR).answers("talk")[0].text == "kept"


def test_nothing_is_written_into_a_file_that_took_the_vaults_place(vault: Vault, writer: Writer) -> None:
    heard, path = Heard(writer), vault.folder / "vault.db"
    writer.save_answer(Kind.OKR, answer_of(text="before"))
    heard.saved.get(timeout=PATIENCE)
    path.rename(vault.folder / "original.db")
    shutil.copy(vault.folder / "original.db", path)
    impostor = path.read_bytes()
    writer.save_answer(Kind.OKR, answer_of(text="after"))
    assert "replaced" in heard.failed.get(timeout=PATIENCE)[1]
    assert not writer.flush(PATIENCE)
    assert path.read_bytes() == impostor
    (vault.folder / "original.db").replace(path)
    assert heard.saved.get(timeout=PATIENCE)


def test_words_for_a_sealed_conversation_are_given_up_and_told(vault: Vault, writer: Writer) -> None:
    heard = Heard(writer)
    sealed(vault, Kind.OKR, "done")
    writer.save_answer(Kind.OKR, answer_of("done", "late"))
    assert "sealed" in heard.failed.get(timeout=PATIENCE)[1]
    assert writer.flush(PATIENCE)
    assert writer.pending() == 0


def test_a_defect_loses_nothing_and_stops_nothing(vault: Vault, writer: Writer) -> None:
    heard = Heard(writer)
    writer.put("defect", lambda: [][1])
    assert "mistake in the program" in heard.failed.get(timeout=PATIENCE)[1]
    writer.save_answer(Kind.OKR, answer_of(text="typed"))
    assert heard.saved.get(timeout=PATIENCE) == answer_key(Kind.OKR, answer_of())
    assert writer.pending() == 1
    writer.put("defect", lambda: None)
    assert writer.flush(PATIENCE)


def test_a_listener_that_fails_stops_nothing(writer: Writer) -> None:
    writer.on_saved = lambda key: [][1]
    writer.save_answer(Kind.OKR, answer_of(text="one"))
    assert writer.flush(PATIENCE)
    heard = Heard(writer)
    writer.save_answer(Kind.OKR, answer_of(text="two"))
    assert heard.saved.get(timeout=PATIENCE)


def test_closing_saves_what_waits_and_takes_no_more(vault: Vault, writer: Writer) -> None:
    for number in range(20):
        writer.save_answer(Kind.OKR, answer_of(prompt=f"p{number}", text="typed"))
    assert writer.close()
    assert len(vault.conversations(Kind.OKR).answers("talk")) == 21
    with pytest.raises(Problem, match="closed"):
        writer.save_answer(Kind.OKR, answer_of())
    assert writer.close()


def test_closing_says_when_something_could_not_be_saved(vault: Vault, writer: Writer) -> None:
    path = vault.folder / "vault.db"
    path.rename(vault.folder / "away.db")
    writer.save_answer(Kind.OKR, answer_of())
    assert not writer.close()
    (vault.folder / "away.db").rename(path)


def test_reading_does_not_wait_for_a_writer(vault: Vault, writer: Writer) -> None:
    other = outside(vault)
    other.execute("BEGIN IMMEDIATE")
    begun = monotonic()
    assert vault.profile.me() == MANAGER
    assert monotonic() - begun < 1.0
    other.close()


def test_the_main_file_catches_up_after_a_pause(vault: Vault, writer: Writer, tmp_path: Path) -> None:
    """A cleaning program that removes the file beside it must not take words along."""
    words = "catches up with what was typed"
    writer.save_answer(Kind.OKR, answer_of(text=words))
    assert writer.flush(PATIENCE)
    deadline = monotonic() + PATIENCE
    alone = tmp_path / "alone.db"
    while words not in answers_in(shutil.copyfile(vault.folder / "vault.db", alone)):
        assert monotonic() < deadline


def answers_in(file: Path) -> list[str]:
    """Return the words in a main file without the write-ahead file beside it."""
    connection = connect(file, VAULT_KEY)
    try:
        return [text for (text,) in connection.execute("SELECT text FROM okr_answer")]
    finally:
        connection.close()


FULL = """
import resource, sys
from pathlib import Path
from queue import Queue
from desktop.models.guide import Kind
from desktop.storage.vault import Vault
from tests.storage.sample import answer_of, begin, new_vault

vault = new_vault(Path(sys.argv[1]))
begin(vault, Kind.OKR)
vault.writer.save_answer(Kind.OKR, answer_of(text="before"))
assert vault.writer.flush(10)
told, saved = Queue(), Queue()
vault.writer.on_failed = lambda key, sentence: told.put(sentence)
vault.writer.on_saved = saved.put
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
vault.writer.save_answer(Kind.OKR, answer_of(text="typed while nothing can be written"))
print(told.get(timeout=10))
print(vault.writer.flush(10), vault.writer.pending(), vault.conversations(Kind.OKR).answers("talk")[0].text)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
print(vault.writer.flush(10))
saved.get(timeout=10)
print(vault.writer.pending(), vault.conversations(Kind.OKR).answers("talk")[0].text)
print(vault.check(), vault.close())
"""


def test_a_disk_that_takes_no_more_costs_no_word(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", FULL, str(tmp_path / "vault")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    sentence, while_full, flushed, after, end = done.stdout.splitlines()
    assert sentence.startswith(("The disk", "The vault"))
    assert while_full == "False 1 before"
    assert flushed == "True"
    assert after == "0 typed while nothing can be written"
    assert end == "() True"


def test_a_vault_without_typing_starts_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    vault = new_vault(tmp_path / "quiet")
    assert threading.active_count() == before
    assert vault.close()


def test_answers_of_different_fields_have_different_keys() -> None:
    answer = answer_of()
    others = [
        replace(answer, subject="x"),
        replace(answer, prompt_id="x"),
        replace(answer, conversation_uid="x"),
    ]
    assert len({answer_key(Kind.OKR, each) for each in (answer, replace(answer, text="x"), *others)}) == 4


def test_why_words_wait_is_known_until_they_are_saved(vault: Vault, writer: Writer) -> None:
    heard, path, away = Heard(writer), vault.folder / "vault.db", vault.folder / "elsewhere.db"
    assert writer.trouble() == ""
    path.rename(away)
    writer.save_answer(Kind.OKR, answer_of(text="kept"))
    assert writer.trouble() in ("", heard.failed.get(timeout=PATIENCE)[1])
    assert not writer.flush(PATIENCE)
    assert "moved, deleted or replaced" in writer.trouble()
    away.rename(path)
    assert heard.saved.get(timeout=PATIENCE)
    assert writer.trouble() == ""


def test_what_waits_of_a_conversation_that_is_gone_is_forgotten(vault: Vault, writer: Writer) -> None:
    path, away = vault.folder / "vault.db", vault.folder / "elsewhere.db"
    path.rename(away)
    writer.save_answer(Kind.OKR, answer_of())
    writer.save_private_note(Kind.OKR, PrivateNote("talk", "talk", "typed"))
    writer.save_step(Kind.OKR, "talk", 4)
    writer.save_answer(Kind.PERFORMANCE, answer_of(text="of the other kind"))
    writer.forget(Kind.OKR, "talk")
    assert writer.pending() == 1
    away.rename(path)
    assert writer.flush(PATIENCE)
    assert vault.conversations(Kind.OKR).conversation("talk").step == 0
    assert vault.conversations(Kind.PERFORMANCE).answers("talk")[0].text == "of the other kind"


def test_the_place_in_a_conversation_is_saved_and_given_up_where_it_is_gone(vault: Vault, writer: Writer) -> None:
    heard = Heard(writer)
    writer.save_step(Kind.OKR, "talk", 4)
    assert heard.saved.get(timeout=PATIENCE) == step_key(Kind.OKR, "talk")
    assert vault.conversations(Kind.OKR).conversation("talk").step == 4
    writer.save_step(Kind.OKR, "nowhere", 4)
    assert "no longer has this entry" in heard.failed.get(timeout=PATIENCE)[1]
    assert writer.flush(PATIENCE)


def indexed(vault: Vault, typed: str) -> bool:
    """Tell whether all is in the index, and a word is found."""
    search = vault.search(Kind.OKR)
    return search.waiting() == 0 and bool(search.find(Query(typed)).hits)


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    ends = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < ends, "it did not happen"


def test_what_was_saved_is_in_the_search_after_a_rest(vault: Vault, writer: Writer) -> None:
    assert vault.search(Kind.OKR).waiting() == 1
    writer.save_answer(Kind.OKR, answer_of(text="a needle"))
    until(lambda: indexed(vault, "needle"))
    until(lambda: vault.search(Kind.PERFORMANCE).waiting() == 0)


def test_what_changed_elsewhere_is_when_it_is_asked_for(vault: Vault, writer: Writer) -> None:
    writer.index_soon()
    until(lambda: indexed(vault, "rota"))
    vault.conversations(Kind.OKR).save_answer(answer_of(text="a needle"))
    writer.index_soon()
    until(lambda: indexed(vault, "needle"))


def test_a_long_index_holds_up_neither_words_nor_closing(vault: Vault, writer: Writer) -> None:
    harmless = outside(vault)
    harmless.executemany("INSERT INTO okr_search_queue VALUES ('talk', ?)", [(f"none{n}",) for n in range(50_000)])
    writer.index_soon()
    until(lambda: vault.search(Kind.OKR).waiting() < 50_000)
    heard = Heard(writer)
    writer.save_answer(Kind.OKR, answer_of(text="typed meanwhile"))
    heard.saved.get(timeout=PATIENCE)
    assert vault.search(Kind.OKR).waiting() > 1000
    assert writer.close()
    assert vault.search(Kind.OKR).waiting() > 1000
    writer.index_soon()  # too late, and no harm


def test_a_broken_index_keeps_no_word_from_being_saved(vault: Vault, writer: Writer) -> None:
    outside(vault).execute("DELETE FROM okr_search_data")
    heard = Heard(writer)
    for text in ("one", "two"):
        writer.save_answer(Kind.OKR, answer_of(text=text))
        heard.saved.get(timeout=PATIENCE)
    assert vault.conversations(Kind.OKR).answers("talk")[0].text == "two"
