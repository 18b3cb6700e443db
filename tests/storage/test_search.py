"""Everything that was written is found, at once and from the index, in its room alone; what is gone is not."""

import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.models.conversation import Answer, PrivateNote, Voice
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.note import canonical, digest_of
from desktop.models.okr import CheckIn, Decision, Reflection
from desktop.models.performance import Evidence, Expectation
from desktop.models.preparation import Moment, Said, SheetReturned
from desktop.models.search import Found, Hit, Query, Source, Standing
from desktop.storage.search.index import SearchStore
from desktop.storage.vault import Vault
from tests.storage.sample import (
    EMPLOYEE,
    KEY_RESULT,
    NOON,
    answer_of,
    attach_all,
    begin,
    note_of,
    outside,
    sealed,
    store_okrs,
    talk_of,
)

BOTH = pytest.mark.parametrize("kind", Kind)
STATES = pytest.mark.parametrize("indexed", [False, True], ids=["fresh", "indexed"])


def found(vault: Vault, kind: Kind, typed: str, **only: object) -> tuple[Hit, ...]:
    return vault.search(kind).find(Query(typed, **only)).hits  # type: ignore[arg-type]


def sources(hits: tuple[Hit, ...]) -> set[Source]:
    return {hit.source for hit in hits}


def index(vault: Vault, kind: Kind) -> SearchStore:
    """Bring the index up to date."""
    store = vault.search(kind)
    while store.index_some():
        pass
    assert store.waiting() == 0
    return store


def write(vault: Vault, kind: Kind, *texts: str) -> None:
    """Store one draft for each text, with the text as its only answer."""
    for number, text in enumerate(texts):
        vault.conversations(kind).add(talk_of(kind, f"talk{number}"))
        vault.conversations(kind).save_answer(answer_of(f"talk{number}", text))


@BOTH
@STATES
def test_all_words_of_a_conversation_are_found(vault: Vault, kind: Kind, indexed: bool) -> None:
    begin(vault, kind)
    vault.conversations(kind).save_answer(Answer("talk", "moved", "", Voice.MANAGER, "I saw it too."))
    if indexed:
        index(vault, kind)
    (said,) = found(vault, kind, "rota help")
    assert (said.source, said.kind, said.person_uid, said.day) == (Source.EMPLOYEE, kind, EMPLOYEE.uid, NOON.date())
    assert (said.conversation_uid, said.note_uid, said.standing) == ("talk", "", Standing.DRAFT)
    assert said.part == "moved/"
    assert said.snippet.text == "The rota helped."
    assert said.snippet.marks == ((4, 8), (9, 13))
    assert sources(found(vault, kind, "rota")) == {Source.EMPLOYEE, Source.PRIVATE_NOTE}
    assert sources(found(vault, kind, "saw")) == {Source.MANAGER}
    assert sources(found(vault, kind, "try it")) == {Source.COMMITMENT}


@BOTH
@STATES
def test_what_was_sealed_and_what_came_back_lead_to_the_note(vault: Vault, kind: Kind, indexed: bool) -> None:
    note = sealed(vault, kind)
    attach_all(vault, kind, note.uid)
    if indexed:
        index(vault, kind)
    wanted = {
        "rota helped": Source.EMPLOYEE,
        "not so أوافق": Source.RESPONSE,
        "heard": Source.DECLINE,
        "my side": Source.REBUTTAL,
    }
    for typed, source in wanted.items():
        (hit,) = found(vault, kind, typed)
        assert (hit.source, hit.note_uid, hit.standing) == (source, note.uid, Standing.SEALED)
        assert hit.revision == 1


@BOTH
@STATES
def test_a_note_from_elsewhere_is_found_by_its_record(vault: Vault, kind: Kind, indexed: bool) -> None:
    voices = [{"voice": "employee", "name": "Tomas", "text": "The harvest was late."}]
    asked = {"id": "p", "text": "What was asked?", "entries": [{"about": "", "voices": voices}]}
    record = canonical(
        {
            "format": "x",
            "title": "Title of the guide",
            "sections": [{"id": "s", "title": "Heading", "prompts": [asked]}],
            "commitments": [{"text": "Sow earlier", "owner": "Tomas", "due": "", "state": "open"}],
            "expectations": [{"text": "Reaps", "examples": [{"situation": "Monday", "behaviour": "b", "impact": "i"}]}],
        }
    )
    note = replace(note_of(talk_of(kind)), conversation_uid="", record=record, digest=digest_of(record), imported=True)
    vault.notes(kind).add_imported(note)
    if indexed:
        index(vault, kind)
    for typed in ("harvest", "sow earlier", "reaps monday"):
        (hit,) = found(vault, kind, typed)
        assert (hit.source, hit.note_uid, hit.standing) == (Source.NOTE, note.uid, Standing.SEALED)
    for typed in ("asked", "heading", "guide"):
        assert found(vault, kind, typed) == ()


@STATES
def test_okrs_are_found_in_their_room(vault: Vault, indexed: bool) -> None:
    store_okrs(vault)
    known = (Decimal(6), date(2026, 11, 1))
    vault.okrs.record_check_in(CheckIn("c", KEY_RESULT.uid, *known, "the help desk report", 7, NOON))
    vault.okrs.record_reflection(
        Reflection("r", KEY_RESULT.uid, *known, "helpdesk", "Mornings matter", Decision.KEEP, NOON)
    )
    if indexed:
        index(vault, Kind.OKR)
    wanted = {
        "customers left": Source.OBJECTIVE,
        "median": Source.KEY_RESULT,
        "desk report": Source.CHECK_IN,
        "mornings": Source.LEARNING,
    }
    for typed, source in wanted.items():
        assert sources(found(vault, Kind.OKR, typed)) == {source}
        assert found(vault, Kind.PERFORMANCE, typed) == ()


@STATES
def test_evidence_and_expectations_are_found_in_theirs(vault: Vault, indexed: bool) -> None:
    vault.evidence.save_expectation(Expectation("x", EMPLOYEE.uid, "Hands work over"))
    vault.evidence.save_evidence(Evidence("e", EMPLOYEE.uid, "x", date(2026, 11, 2), "Monday", "wrote a list", "calm"))
    if indexed:
        index(vault, Kind.PERFORMANCE)
    (hit,) = found(vault, Kind.PERFORMANCE, "calm monday list")
    assert (hit.source, hit.person_uid, hit.day) == (Source.EVIDENCE, EMPLOYEE.uid, date(2026, 11, 2))
    assert sources(found(vault, Kind.PERFORMANCE, "hands")) == {Source.EXPECTATION}
    assert found(vault, Kind.OKR, "calm") == found(vault, Kind.OKR, "hands") == ()


def sheet(talk_uid: str, *said: str) -> SheetReturned:
    """Return a sheet that came back with answers, the last of them as a moment."""
    words = Said({f"prompt{number}": text for number, text in enumerate(said[:-1])}, (Moment("March", "", said[-1]),))
    return SheetReturned("s", talk_uid, "made", now(), None, "Sheet.pdf", "0" * 64, words.text(), b"%PDF")


@STATES
def test_what_came_back_in_a_sheet_is_found_with_its_talk(vault: Vault, indexed: bool) -> None:
    write(vault, Kind.PERFORMANCE, "Nothing of that")
    vault.preparation.add_returned(sheet("talk0", "I rebuilt the queue", "told everybody مريم"))
    if indexed:
        index(vault, Kind.PERFORMANCE)
    for typed in ("rebuilt queue", "everybody", "مريم", "march"):
        (hit,) = found(vault, Kind.PERFORMANCE, typed)
        assert (hit.source, hit.conversation_uid, hit.person_uid) == (Source.SHEET, "talk0", EMPLOYEE.uid)
    assert found(vault, Kind.OKR, "rebuilt") == ()
    vault.conversations(Kind.PERFORMANCE).discard("talk0")
    index(vault, Kind.PERFORMANCE)
    assert found(vault, Kind.PERFORMANCE, "rebuilt") == ()


def test_a_damaged_sheet_is_only_not_found(vault: Vault) -> None:
    write(vault, Kind.PERFORMANCE, "Nothing of that")
    vault.preparation.add_returned(sheet("talk0", "I rebuilt the queue", ""))
    harmful = outside(vault)
    for said in ("", "{", "[]", '{"answers": 4, "moments": []}', '{"answers": {}}'):
        harmful.execute("UPDATE perf_sheet_returned SET said = ?", (said,))
        assert found(vault, Kind.PERFORMANCE, "rebuilt") == ()
        index(vault, Kind.PERFORMANCE)


SCRIPTS = [
    ("gesprach", "Das Gespräch über Zürich"),
    ("ZURICH", "Das Gespräch über Zürich"),
    ("目标", "我们的目标设定很好"),
    ("设定很好", "我们的目标设定很好"),
    ("好", "我们的目标设定很好"),
    ("データ", "データを見る"),
    ("설정", "목표설정을 합니다"),
    ("เป้าหมาย", "คุยเรื่องเป้าหมายของทีม"),
    ("كتاب", "هذا كِتَابٌ جديد"),
    ("🥳", "Done 🥳!"),
    ("हिन्दी", "हिन्दी में"),
    ("день", "Хороший ДЕНЬ"),
    ("OKR目标", "本季度OKR的目标"),
]


@STATES
@pytest.mark.parametrize(("typed", "text"), SCRIPTS)
def test_every_script_can_be_searched(vault: Vault, typed: str, text: str, indexed: bool) -> None:
    write(vault, Kind.OKR, text, "Something else")
    if indexed:
        index(vault, Kind.OKR)
    (hit,) = found(vault, Kind.OKR, typed)
    assert hit.snippet.text == text
    assert hit.snippet.marks


@STATES
@pytest.mark.parametrize("typed", ["标定", "目设", "の", "かータ", "sprach", "الكتب"])
def test_and_finds_nothing_that_is_not_there(vault: Vault, typed: str, indexed: bool) -> None:
    write(vault, Kind.OKR, "我们的目标设定很好 が Das Gespräch كتاب")
    if indexed:
        index(vault, Kind.OKR)
    assert found(vault, Kind.OKR, typed) == ()


HOSTILE = [
    'a"b OR (', "*", "NEAR(", "NEAR(a b, 2)", 'words : "x"', "-a", "a AND NOT", "^a", "a + b", "'; DROP TABLE okr_note",
    "x" * 20_000, "a " * 10_000, '"' * 20_000, "%", "_", "\x00", "\ud800", "\u202e", "marks : p", "目" * 20_000,
    "🎉" * 500,
]  # fmt: skip


@STATES
@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_whatever_is_typed_is_only_looked_for(vault: Vault, typed: str, indexed: bool) -> None:
    write(vault, Kind.OKR, "Quite harmless")
    if indexed:
        index(vault, Kind.OKR)
    assert found(vault, Kind.OKR, typed) == ()
    assert len(found(vault, Kind.OKR, "harmless")) == 1


@STATES
def test_words_of_the_filters_are_no_words_of_the_text(vault: Vault, indexed: bool) -> None:
    write(vault, Kind.OKR, "Quite harmless")
    if indexed:
        index(vault, Kind.OKR)
    assert found(vault, Kind.OKR, "semployee") == found(vault, Kind.OKR, "p" + EMPLOYEE.uid.encode().hex()) == ()


@STATES
def test_filters_leave_the_rest_out(vault: Vault, indexed: bool) -> None:
    begin(vault, Kind.OKR)
    store = vault.conversations(Kind.OKR)
    store.add(replace(talk_of(Kind.OKR, "old"), person_uid="mira", held_on=date(2026, 1, 5)))
    store.save_answer(answer_of("old", "An old rota."))
    if indexed:
        index(vault, Kind.OKR)
    assert [hit.day.month for hit in found(vault, Kind.OKR, "rota")] == [11, 11, 1]
    assert [hit.uid for hit in found(vault, Kind.OKR, "rota", person_uid="mira")] == ["old"]
    assert [hit.uid for hit in found(vault, Kind.OKR, "rota", sources=(Source.PRIVATE_NOTE,))] == ["talk"]
    assert len(found(vault, Kind.OKR, "rota", sources=(Source.PRIVATE_NOTE, Source.EMPLOYEE))) == 3
    assert [hit.uid for hit in found(vault, Kind.OKR, "rota", end=date(2026, 1, 5))] == ["old"]
    assert {hit.uid for hit in found(vault, Kind.OKR, "rota", start=date(2026, 1, 6))} == {"talk"}
    assert found(vault, Kind.OKR, "rota", start=date(2027, 1, 1)) == ()


def test_the_newest_come_first_and_the_rest_is_told(vault: Vault) -> None:
    store = vault.conversations(Kind.OKR)
    for month in (3, 1, 2):
        store.add(replace(talk_of(Kind.OKR, str(month)), held_on=date(2026, month, 1)))
        store.save_answer(answer_of(str(month), "A word."))
    search = index(vault, Kind.OKR)
    store.add(replace(talk_of(Kind.OKR, "4"), held_on=date(2026, 2, 15)))
    store.save_answer(answer_of("4", "A word."))
    assert [hit.uid for hit in search.find(Query("word"), 10).hits] == ["3", "4", "2", "1"]
    first = search.find(Query("word"), 2)
    assert ([hit.uid for hit in first.hits], first.more) == (["3", "4"], True)
    assert search.find(Query(" "), 2) == Found()


@BOTH
def test_a_changed_text_is_found_by_its_new_words_alone(vault: Vault, kind: Kind) -> None:
    write(vault, kind, "The first version")
    search = index(vault, kind)
    vault.conversations(kind).save_answer(answer_of("talk0", "Now another one"))
    for _ in range(2):
        assert found(vault, kind, "version") == ()
        assert len(found(vault, kind, "another")) == 1
        search.index_some()
    vault.conversations(kind).set_held_on("talk0", date(2025, 5, 5))
    index(vault, kind)
    assert [hit.day for hit in found(vault, kind, "another", end=date(2025, 5, 5))] == [date(2025, 5, 5)]


@BOTH
def test_what_is_deleted_leaves_the_index(vault: Vault, kind: Kind) -> None:
    begin(vault, kind)
    index(vault, kind)
    vault.conversations(kind).discard("talk")
    for _ in range(2):
        assert found(vault, kind, "rota") == ()
        index(vault, kind)
    name = vault.search(kind)._tables.item.name
    assert outside(vault).execute(f"SELECT count(*) FROM {name}").fetchone() == (0,)


@BOTH
def test_what_is_blanked_under_a_seal_leaves_no_word_in_the_index(vault: Vault, kind: Kind) -> None:
    sealed(vault, kind)
    search = index(vault, kind)
    tables = search._tables
    room = tables.index.removesuffix("_search")
    eraser = outside(vault)
    eraser.execute(f"DROP TRIGGER {room}_answer_update")
    eraser.execute(f"UPDATE {room}_answer SET text = ''")
    assert search.waiting() == 1
    search.optimize()
    assert search.waiting() == 0
    assert found(vault, kind, "helped") == ()
    eraser.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {tables.index}, row)")
    terms = {row[0] for row in eraser.execute("SELECT term FROM temp.words")}
    assert "helped" not in terms
    assert "rota" in terms  # of the private note
    blocks = b"".join(row[0] for row in eraser.execute(f"SELECT block FROM {tables.index}_data"))
    assert b"elped" not in blocks


def test_an_index_step_is_small_and_the_queue_loses_nothing(vault: Vault) -> None:
    write(vault, Kind.OKR, *(f"text number{n}" for n in range(25)))
    search = vault.search(Kind.OKR)
    assert [search.index_some(10) for _ in range(4)] == [10, 10, 5, 0]
    assert len(search.find(Query("text"), 100).hits) == 25


def test_most_of_a_long_queue_is_told_and_not_read(vault: Vault) -> None:
    write(vault, Kind.OKR, *(f"text number{n}" for n in range(120)))
    search = vault.search(Kind.OKR)
    found_now = search.find(Query("text"), 200)
    assert (len(found_now.hits), found_now.waiting) == (100, 20)


def test_a_damaged_record_is_only_not_found(vault: Vault) -> None:
    note = replace(note_of(talk_of(Kind.OKR)), conversation_uid="", imported=True)
    vault.notes(Kind.OKR).add_imported(note)
    harmful = outside(vault)
    harmful.execute("DROP TRIGGER okr_note_update")
    for record in (b"", b"{", b"[1, [2]]", b'{"text": 4}', b"\xff"):
        harmful.execute("UPDATE okr_note SET record = ?", (record,))
        assert found(vault, Kind.OKR, "rota") == ()
        index(vault, Kind.OKR)


def test_searching_in_another_thread_while_somebody_writes(vault: Vault) -> None:
    begin(vault, Kind.OKR)
    errors: list[BaseException] = []
    search = vault.search(Kind.OKR)

    def work() -> None:
        try:
            for _ in range(20):
                search.find(Query("rota"))
                search.index_some(1)
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    for number in range(20):
        vault.conversations(Kind.OKR).save_private_note(PrivateNote("talk", "talk", f"rota {number}"))
    thread.join()
    assert errors == []
    assert sources(found(vault, Kind.OKR, "19")) == {Source.PRIVATE_NOTE}
