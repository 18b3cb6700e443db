"""How soon a search answers in a vault of many conversations, and how long such a vault takes to open."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.figures import Figure, figure, repeated, timed
from desktop.models.guide import Kind
from desktop.models.search import Query
from desktop.storage.connection import connect
from desktop.storage.opening import FILE_NAME
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey

SIZES = (0, 1_000, 10_000)
"""How many conversations the smaller vaults have."""

KEY = VaultKey(bytes(range(20)))
PEOPLE = 25
PROMPTS = 6
AIMS = {10_000: "first page p99 < 10 ms", 100_000: "first page p99 < 30 ms"}
_FIRST = date(2016, 1, 1)
_DAYS = 3650
_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvwz" for vowel in "aeiou"]
_CHINESE = "目标设定团队合作反馈成长时间质量客户学习责任沟通信任进展结果"


def queries() -> dict[str, Query]:
    """Return what is looked for: often said, seldom said, half typed, filtered."""
    words = _vocabulary()
    begun = " ".join(word[:4] for word in (words[40], words[400], words[900]))
    year = (date(2024, 1, 1), date(2024, 12, 31))
    return {
        "a word": Query(words[3000]),
        "two letters": Query(words[3000][:2]),
        "three words begun": Query(begun),
        "a word of nearly every text": Query("about"),
        "two Chinese letters": Query("目标"),
        "two words, one person, a year": Query(f"{words[40][:4]} about", "person7", start=year[0], end=year[1]),
        "a word that is not there": Query("xylophone"),
    }


def measure(folder: Path, many: int, times: int, sizes: Sequence[int] = SIZES) -> list[Figure]:
    """Return the figures of vaults of these `sizes` and of one with `many` conversations."""
    figures: list[Figure] = []
    for count in sorted({*sizes, many}):
        figures += _of(folder / f"with-{count}", count, times)
    return figures


def _of(folder: Path, count: int, times: int) -> list[Figure]:
    Vault.create(folder, KEY).close()
    fill(folder, count)
    vault = Vault.open(folder, KEY)
    try:
        taken: list[float] = []
        with timed(taken):
            while vault.search(Kind.OKR).index_some(500):
                pass
        row = repeated(times, lambda: vault.people.person("person7"))
        named = f"{count:,} conversations"
        return [
            *_opening(folder, named, times),
            *([_indexed(taken[0] / count, row, named), *_answers(vault, count, row, times)] if count else []),
        ]
    finally:
        vault.close()


def _opening(folder: Path, named: str, times: int) -> Iterator[Figure]:
    def opened() -> None:
        vault = Vault.open(folder, KEY)
        vault.people.people()
        vault.close()

    yard = repeated(times, lambda: (folder / FILE_NAME).stat())
    yield figure(f"open a vault of {named}", repeated(times, opened), yard, "looking at the file")


def _indexed(seconds: float, row: list[float], named: str) -> Figure:
    return figure(f"index one of {named}", [seconds], row, "reading one person")


def _answers(vault: Vault, count: int, row: list[float], times: int) -> Iterator[Figure]:
    search, aim = vault.search(Kind.OKR), AIMS.get(count, "")
    for name, query in queries().items():
        yield figure(f"find {name} ({count:,})", repeated(times, _asking(search.find, query)), row, "one person", aim)


def _asking(find: Callable[[Query], Any], query: Query) -> Callable[[], Any]:
    return lambda: find(Query(query.text, query.person_uid, query.sources, query.start, query.end))


def fill(folder: Path, count: int) -> None:
    """Write people and `count` conversations of about 3,700 letters straight into a new vault's file."""
    connection = connect(folder / FILE_NAME, KEY)
    chance = random.Random(7)
    try:
        connection.execute("BEGIN IMMEDIATE")
        people = [(f"person{n}", f"Person {n}", "", f"p{n}@example.org") for n in range(PEOPLE)]
        connection.executemany("INSERT INTO core_person (uid, name, role, email) VALUES (?, ?, ?, ?)", people)
        connection.executemany(_TALK, (_talk(n, chance) for n in range(count)))
        connection.executemany("INSERT INTO okr_answer VALUES (?, ?, '', ?, ?)", _said(count, chance))
        connection.execute("COMMIT")
    finally:
        connection.close()


_TALK = (
    "INSERT INTO okr_conversation (uid, kind, stage, person_uid, manager_uid, guide, held_on, period, period_start, "
    "period_end, created_at, state, step, reason) "
    "VALUES (?, 'okr', ?, ?, 'person0', ?, ?, '', ?, ?, 0, 'draft', 0, '')"
)


def _talk(number: int, chance: random.Random) -> tuple[str, ...]:
    held_on = (_FIRST + timedelta(days=chance.randrange(_DAYS))).isoformat()
    return f"talk{number}", "check-in", f"person{1 + number % (PEOPLE - 1)}", "{}", held_on, held_on, held_on


def _said(count: int, chance: random.Random) -> Iterator[tuple[str, str, str, str]]:
    words = _vocabulary()
    for number in range(count):
        for prompt in range(PROMPTS):
            voice = "employee" if prompt % 2 else "manager"
            yield f"talk{number}", f"prompt{prompt}", voice, _text(number, words, chance)


def _vocabulary() -> list[str]:
    """Return 20,000 words, the most frequent first; each time the same."""
    chance = random.Random(7)
    return [_word(chance) for _ in range(20_000)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 5)))


def _text(number: int, words: list[str], chance: random.Random) -> str:
    if number % 20 == 0:
        return "".join(chance.choice(_CHINESE) for _ in range(250))
    # few words are said often and most of them rarely, as in any language
    picked = [words[int(len(words) * chance.random() ** 3)] for _ in range(95)]
    return "We talked about " + " ".join(picked)
