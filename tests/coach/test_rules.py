"""What the coach notices and what it lets pass, as a table; and what holds for any text."""

import random
from pathlib import Path

import pytest

from desktop.coach.advice import instead, limits, why
from desktop.coach.finding import Facts, Level, Rule
from desktop.coach.rules import check
from desktop.coach.sentences import LONGEST, sentences
from desktop.models.guide import Kind


def cases() -> list[tuple[str, str, str]]:
    """Return kind, the rules that must be found ("-": none), and the sentence."""
    lines = (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [(kind, rules, text) for kind, rules, text in (line.split("\t") for line in lines if line)]


def blind() -> list[tuple[str, str, str]]:
    """Return the sentences that were written after the rules, as `cases`."""
    names = ("blind.tsv", "other_languages.tsv")
    lines = [one for name in names for one in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()]
    return [(kind, rules, text) for kind, rules, text in (line.split("\t") for line in lines if line[0] != "#")]


def noticed(text: str, kind: Kind = Kind.PERFORMANCE, facts: Facts | None = None) -> set[str]:
    found = check(text, kind, facts).findings
    return {str(one.rule) for one in found if one.level is not Level.HINT}


@pytest.mark.parametrize(("kind", "rules", "text"), cases())
def test_a_sentence_gets_what_it_must(kind: str, rules: str, text: str) -> None:
    expected = set() if rules == "-" else set(rules.split(","))
    assert noticed(text, Kind(kind)) == expected


def test_sentences_written_after_the_rules_are_told_apart() -> None:
    told = [
        (noticed(text, Kind(kind)), set() if rules == "-" else set(rules.split(","))) for kind, rules, text in blind()
    ]
    right = sum(len(found & expected) for found, expected in told)
    assert right / sum(len(found) for found, _expected in told) >= 0.97
    assert right / sum(len(expected) for _found, expected in told) >= 0.97


@pytest.mark.parametrize("kind", list(Kind))
def test_any_text_is_read_and_places_lie_inside(kind: Kind) -> None:
    chance = random.Random(7)
    pieces = [
        "KR2",
        " bonus",
        "İ",
        "ß",
        "¤",
        "\u0000",
        "\n",
        ". ",
        "0.4",
        "“",
        "’",
        "مرحبا",
        "🎯",
        " you are lazy",
        "->",
        "\t",
    ]
    for _ in range(500):
        text = "".join(chance.choices(pieces, k=chance.randrange(30)))
        for found in check(text, kind).findings:
            assert 0 <= found.start < found.end <= len(text)
            assert why(found) and instead(found)


def test_white_space_around_changes_nothing_but_the_place() -> None:
    text = "You are sloppy. KR2 closed at 0.4, so there is no bonus."
    near = check(text, Kind.PERFORMANCE).findings
    far = check(f"\n\n  {text}  \n", Kind.PERFORMANCE).findings
    assert [(one.rule, one.start + 4, one.end + 4) for one in near] == [(one.rule, one.start, one.end) for one in far]


def test_a_score_merely_mentioned_is_a_hint() -> None:
    (found,) = check("We closed KR3 at 0.3 and learned a lot.", Kind.PERFORMANCE).findings
    assert found.level is Level.HINT


def test_the_next_sentence_may_hold_the_consequence() -> None:
    assert noticed("KR4 closed at 0.2. As a result the merit increase is reduced to 1%.") == {"score-pay"}


def test_the_ground_may_stand_in_the_next_sentence() -> None:
    assert noticed("There is no raise this year. The reason is your 0.3 on KR2.") == {"score-pay"}
    assert noticed("There is no raise this year. KR2 closed at 0.3 and taught us a lot.") == set()
    assert noticed("There is no raise this year. We met twice. The reason is your 0.3 on KR2.") == set()


def test_pay_and_rating_in_one_sentence_are_two_findings_each_with_its_own_words() -> None:
    text = "KR1 ended at 0.3, so the rating is lower and there is no bonus."
    found = {one.rule: text[one.start : one.end] for one in check(text, Kind.PERFORMANCE).findings}
    assert found == {
        Rule.SCORE_PAY: "KR1 ended at 0.3, so the rating is lower and there is no bonus",
        Rule.SCORE_RATING: "KR1 ended at 0.3, so the rating",
    }
    assert noticed("No bonus and no promotion. The reason is the 0.3 on KR1.") == {"score-pay", "score-rating"}
    assert noticed("The missed key results were factored into the pay review.") == {"score-pay"}


def test_a_trait_that_others_are_said_to_tell_is_both_unless_it_is_their_view_or_was_once() -> None:
    assert noticed("Everyone says you are arrogant.") == {"hearsay", "trait"}
    assert noticed("I hear that clients find you difficult.") == {"hearsay"}
    assert noticed("I hear you were rude to the driver.") == {"hearsay"}


def test_the_firms_own_names_count() -> None:
    facts = Facts(("Faster onboarding",), ("Solid gold",), ("Plan North",))
    assert noticed("Faster onboarding ended at 0.3, so it is not Solid gold.", facts=facts) == {"score-rating"}
    assert noticed("Faster onboarding was missed, hence nothing from Plan North.", facts=facts) == {"score-pay"}


def test_whether_a_number_is_a_score_is_asked() -> None:
    text = "The 0.43 is why there is no bonus."
    facts = Facts(scores_in=lambda asked: [(asked.index("0.43"), asked.index("0.43") + 4)])
    assert noticed(text, facts=facts) == {"score-pay"}


@pytest.mark.parametrize("text", ["Les résultats sont bons et la prime est pour vous.", "你的奖金取决于目标。"])
def test_a_language_without_rules_is_not_checked(text: str) -> None:
    assert not check(text, Kind.PERFORMANCE).checked


def test_rules_have_words_of_their_own() -> None:
    assert limits()
    assert len(Rule) == 7


def test_a_sentence_without_end_is_read_in_pieces_and_no_word_is_left_out() -> None:
    text = "Whatever the score, nobody " * 400 + "x" * 5000 + " You are lazy."
    spans = sentences(text)
    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert "trait" in noticed(text)


def test_an_address_is_nobodys_name() -> None:
    assert noticed("The children's page went live; write to shop@example.org.") == set()
