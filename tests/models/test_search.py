"""A text is compared with what was typed, and shown with what fits marked."""

from datetime import date

import pytest

from desktop.models.search import EXCERPT, LONGEST, MOST_WORDS, NOWHEN, Query, Source, snippet_of


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("gesprach", "Das Gespräch war gut."),
        ("Gesp war", "Das Gespräch war gut."),
        ("目标", "我们的目标设定很好"),
        ("설정", "목표설정을"),
        ("เป้าหมาย", "คุยเรื่องเป้าหมายของทีม"),
        ("كتاب", "كِتَابٌ جديد"),
        ("🎉", "Done 🎉!"),
        ("x", "x and y"),
    ],
)
def test_every_word_has_to_be_there(typed: str, text: str) -> None:
    assert Query(typed).finds(text)
    assert not Query(f"{typed} zzz").finds(text)


@pytest.mark.parametrize(("typed", "text"), [("", "a"), ("*", "*"), ("spräch", "Gespräch"), ("x", "xylophone")])
def test_it_is_not_found_where_it_is_not(typed: str, text: str) -> None:
    assert not Query(typed).finds(text)


def test_a_query_has_an_end() -> None:
    assert len(Query("w" * 20_000).words[0].folded) == LONGEST
    assert len(Query(" ".join(f"w{n}" for n in range(100))).words) == MOST_WORDS
    assert len(Query("again Again ägain").words) == 1


def test_days_count_from_the_first_to_the_last() -> None:
    wanted = Query("x", start=date(2026, 1, 2), end=date(2026, 1, 3))
    days = [date(2026, 1, day) for day in (1, 2, 3, 4)]
    assert [wanted.admits(Source.NOTE, "", day) for day in days] == [False, True, True, False]
    assert Query("x").admits(Source.NOTE, "", NOWHEN)
    assert not Query("x", end=date(2026, 1, 3)).admits(Source.NOTE, "", NOWHEN)
    assert not Query("x", start=date.min).admits(Source.NOTE, "", NOWHEN)


def test_persons_and_kinds_can_be_chosen() -> None:
    assert Query("x", "mira").admits(Source.NOTE, "mira", NOWHEN)
    assert not Query("x", "mira").admits(Source.NOTE, "", NOWHEN)
    assert Query("x", sources=(Source.NOTE,)).admits(Source.NOTE, "mira", NOWHEN)
    assert not Query("x", sources=(Source.NOTE,)).admits(Source.PERSON, "mira", NOWHEN)


def marked(text: str, typed: str) -> list[str]:
    """Return what is marked in the excerpt of a text."""
    excerpt = snippet_of(text, Query(typed).words)
    return [excerpt.text[start:end] for start, end in excerpt.marks]


def test_what_fits_is_marked_as_it_was_written() -> None:
    assert marked("Das Gespräch, ein GESPRÄCH", "gespr") == ["Gespr", "GESPR"]
    assert marked("Gespra\u0308ch und Straße", "gesprach strasse") == ["Gespra\u0308ch", "Straße"]
    assert marked("我们的目标设定", "目标") == ["目标"]
    assert marked("done 🎉", "🎉") == ["🎉"]


def test_a_long_text_is_shown_around_the_first_fit() -> None:
    text = "before " * 200 + "the needle\nlies here " + "after " * 200
    excerpt = snippet_of(text, Query("needle").words)
    assert excerpt.text.startswith("… before") and excerpt.text.endswith("after …")
    assert "needle lies here" in excerpt.text
    assert len(excerpt.text) <= EXCERPT + 4
    assert marked(text, "needle") == ["needle"]


def test_a_short_text_is_shown_whole() -> None:
    assert snippet_of("One\tline", ()).text == "One line"
    assert snippet_of("One line", Query("line").words).marks == ((4, 8),)
