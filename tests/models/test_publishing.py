"""The OKR side's gate: what crosses, what is held back."""

import random
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from time import perf_counter

import pytest

from desktop.models.bridge import MetricFact
from desktop.models.okr import (
    CheckIn,
    Cycle,
    Decision,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    Reflection,
    score,
    shown_score,
    zone,
)
from desktop.models.publishing import (
    KnownResult,
    fact_of,
    held_back,
    held_words,
    may_cross,
    published_objective,
)

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DAY = date(2026, 11, 12)


def objective(title: str = "Customers get help fast enough to stay", level: Level = Level.TEAM) -> Objective:
    return Objective("o", "c", level, "support" if level is not Level.COMPANY else "", title, "", "works alone")


def result(**changes: object) -> KeyResult:
    known: dict[str, object] = {
        "uid": "k",
        "objective_uid": "o",
        "kind": KeyResultKind.METRIC,
        "title": "Median first reply under 5 h",
        "neutral_name": "Median first reply",
        "unit": "h",
        "baseline": Decimal(9),
        "commit": Decimal(7),
        "target": Decimal(5),
        "stretch": Decimal("3.5"),
    }
    return KeyResult(**(known | changes))  # type: ignore[arg-type]


def check_in(value: str = "5.6", source: str = "support desk report") -> CheckIn:
    return CheckIn("i", "k", Decimal(value), DAY, source, 7, NOW)


def reflection(learning: str, value: str = "5.6") -> Reflection:
    return Reflection("r", "k", Decimal(value), DAY, "report", learning, Decision.KEEP, NOW)


def fields_held(known: KnownResult, aim: Objective | None = None) -> set[str]:
    return {each.field for each in held_back(aim or objective(), known)}


def test_an_innocent_key_result_crosses_with_value_unit_date_and_source() -> None:
    known = KnownResult(result(), check_in())
    assert held_back(objective(), known) == ()
    assert fact_of(known, ()) == MetricFact(
        "k", "o", "Median first reply", "9", "5.6", "h", DAY, "support desk report", ""
    )


def test_a_fact_has_no_place_for_score_zone_confidence_or_levels() -> None:
    names = {each.name for each in fields(MetricFact)}
    said = {"uid", "objective_uid", "name", "start", "latest", "unit", "as_of", "source", "learning"}
    assert names == said | {"pay_plan", "pay_document", "pay_decided_by", "never_pay", "dropped"}


@pytest.mark.parametrize(
    "name",
    [
        "Median first reply under 5 h",
        "Median first reply (target)",
        "Median first reply, 7.0 h",
        "Median first reply 3,5",
        "Stretch: median reply",
    ],
)
def test_a_name_that_gives_a_level_away_is_held_back(name: str) -> None:
    known = KnownResult(result(neutral_name=name), check_in())
    assert fields_held(known) == {"name"}
    assert not may_cross(held_back(objective(), known))


def test_the_held_words_are_named() -> None:
    (held,) = held_back(objective(), KnownResult(result(neutral_name="Reply under 5 h (target)")))
    assert held.words == "target, 5"


@pytest.mark.parametrize("name", ["Median first reply", "Reply within 24 hours", "Target group reach", "NPS score"])
def test_an_ordinary_name_is_not_held_back(name: str) -> None:
    assert fields_held(KnownResult(result(neutral_name=name))) == set()


def test_a_key_result_without_neutral_name_cannot_be_shared() -> None:
    held = held_back(objective(), KnownResult(result(neutral_name=" ")))
    assert [each.field for each in held] == ["name"]
    assert not may_cross(held)


def test_an_objective_that_names_a_level_is_held_back() -> None:
    assert fields_held(KnownResult(result()), objective("First reply within 5 hours")) == {"objective"}
    assert fields_held(KnownResult(result()), objective("First reply within 24 hours")) == set()


@pytest.mark.parametrize("value", ["1,200", "1.200", "1 200", "1200", "1'200"])
def test_a_level_is_recognised_however_it_is_written(value: str) -> None:
    rising = result(baseline=Decimal(0), commit=Decimal(500), target=Decimal(1200), stretch=Decimal(2000))
    assert fields_held(KnownResult(rising), objective(f"Sell {value} licences")) == {"objective"}


@pytest.mark.parametrize(
    "learning",
    [
        "We reached target because of the rota.",
        "A score of what we expected.",
        "We scored well.",
        "Final 0.58 after a slow start",
        "We got to 0,6 in the end",
        "That is 58 % of what we wanted",
        "Our confidence was too high",
        "The team was 7/10 sure",
        "Below 7 hours took all autumn",
    ],
)
def test_a_learning_that_names_score_zone_or_level_is_left_out(learning: str) -> None:
    known = KnownResult(result(), check_in(), reflection(learning))
    held = held_back(objective(), known)
    assert {each.field for each in held} == {"learning"}
    assert may_cross(held)
    fact = fact_of(known, held)
    assert fact.learning == ""
    assert fact.latest == "5.6"


@pytest.mark.parametrize(
    "learning",
    [
        "The triage rota helped; macros helped mostly new colleagues.",
        "From 9 to 5.6 h once the rota started.",
        "Git commits without review caused reopened tickets.",
        "We lost 2 weeks to the move.",
    ],
)
def test_an_ordinary_learning_crosses(learning: str) -> None:
    known = KnownResult(result(), check_in(), reflection(learning))
    assert held_back(objective(), known) == ()
    assert fact_of(known, ()).learning == learning


def test_a_source_that_names_a_level_is_left_out() -> None:
    known = KnownResult(result(), check_in(source="desk report, target 5 h"))
    held = held_back(objective(), known)
    assert {each.field for each in held} == {"source"}
    assert may_cross(held)
    assert fact_of(known, held).source == ""


def test_a_unit_that_names_a_level_holds_the_whole_fact_back() -> None:
    held = held_back(objective(), KnownResult(result(unit="h (target 5)")))
    assert {each.field for each in held} == {"unit"}
    assert not may_cross(held)


def test_individual_objectives_do_not_cross() -> None:
    held = held_back(objective(level=Level.INDIVIDUAL), KnownResult(result()))
    assert {each.field for each in held} == {"objective"}
    assert not may_cross(held)


def test_a_reflection_has_the_last_word() -> None:
    fact = fact_of(KnownResult(result(), check_in("6"), reflection("Rota helped", "5.2")), ())
    assert (fact.latest, fact.source, fact.learning) == ("5.2", "report", "Rota helped")


def test_milestones_and_baselines_cross_in_words() -> None:
    plain = {"baseline": None, "commit": None, "target": None, "stretch": None, "unit": ""}
    milestone = result(kind=KeyResultKind.MILESTONE, **plain)
    assert fact_of(KnownResult(milestone), ()).start == "open"
    assert fact_of(KnownResult(milestone), ()).latest == ""
    assert fact_of(KnownResult(milestone, check_in("1")), ()).latest == "done"
    assert fact_of(KnownResult(milestone, check_in("0")), ()).latest == "not done"
    baseline = result(kind=KeyResultKind.BASELINE, **plain)
    assert fact_of(KnownResult(baseline, check_in("42")), ()).start == "not yet measured"
    assert fact_of(KnownResult(baseline, check_in("42")), ()).latest == "42"


def test_a_published_objective_is_the_teams_or_the_companys() -> None:
    cycle = Cycle("c", "Q4 2026", date(2026, 10, 1), date(2026, 12, 31))
    assert published_objective(objective(), cycle).team_uid == "support"
    assert published_objective(objective(level=Level.COMPANY), cycle).team_uid == ""
    assert published_objective(objective(), cycle).cycle == "Q4 2026"


def test_a_name_being_typed_is_judged_beside_the_levels_typed_so_far() -> None:
    assert held_words("name", "Reply under 5 h", "h", (Decimal(5),)) is not None
    assert held_words("name", "Reply under 5 h", "h", ()) is None
    assert held_words("name", "Median first reply", "h", (Decimal(5),)) is None


@pytest.mark.parametrize(
    "learning",
    [
        "fifty-eight percent",
        "zero point six in the end",
        "it ended at .6",
        "58 pct",
        "58 out of 100",
        "58 Punkte",
        "５８ %",
        "٥٨٪",
        "⁵⁸ %",
        "5\u200b8 %",
        "0·6",
        "0．6",
        "achtundfünfzig Prozent",
        "cinquantotto per cento",
        "null komma sechs",
        "a sc0re to be proud of",
        "a sсore with a Cyrillic letter",
        "a t4rget",
        "the s c o r e",
        "over tar\u00adget",
        "Ziel erreicht",
        "eine gute Punktzahl",
        "obiettivo mancato",
        "un buon punteggio",
        "it ended in the red",
        "we stayed amber",
        "🔴 all autumn",
        "sure at 7 von 10",
        "seven out of ten",
        "sette su dieci",
        "under five hours",
        "fünf Stunden",
        "a seven-hour reply",
        "replies in 5:00 h",
        "3½ at best",
        "7 200 7 200",
        "three fifths of it",
        "drei Fünftel davon",
        "tre quinti",
        "six tenths",
        "three out of five",
        "58 per-cent",
        "58 out of a hundred",
        "KR 0.58 at the end",
        "O.6 in the end",
        "0。6",
        "5\ufe0f\u20e38\ufe0f\u20e3 %",
        "a s\u0336core",
        "all targets missed",
        "still below the threshold",
        "bei der Zielerreichung",
    ],
)
def test_a_score_zone_or_level_in_disguise_is_left_out(learning: str) -> None:
    assert fields_held(KnownResult(result(), check_in(), reflection(learning))) == {"learning"}


@pytest.mark.parametrize(
    "title", ["1.2M", "1.2 million euros", "1,2 Mio", "1200k", "1'200'000", "five hundred", "fünfhundert"]
)
def test_thousands_and_millions_are_read_however_they_are_shortened(title: str) -> None:
    revenue = result(
        unit="€", baseline=Decimal(0), commit=Decimal(500), target=Decimal(1_200_000), stretch=Decimal(2_000_000)
    )
    assert fields_held(KnownResult(revenue), objective(f"Sell {title}")) == {"objective"}


@pytest.mark.parametrize(
    "learning",
    [
        "In 2026 we learned it late",
        "Q3 was slow, H1 was not; KR 5 helped",
        "3. Ask first\n5. Then write",
        "It began on 2026-05-07 at 07:05",
        "Seit dem 7.5.2026 läuft es",
        "24/7 cover was too much",
        "Two teams, one rota; three people helped",
        "The green energy team joined",
        "Die Zielgruppe antwortet schneller",
        "mille grazie ai colleghi, cento cose",
        "Covid19 and ISO27001 took time from B2B",
        "It was in the yellow room",
        "One after the other",
        "Log files of seven pilot labs",
        "One third of the five pilot labs; we lost two quarters",
        "Two of seven labs answered, a fifth person joined",
    ],
)
def test_ordinary_numbers_and_colours_may_cross(learning: str) -> None:
    assert fields_held(KnownResult(result(), check_in(), reflection(learning))) == set()


def _random_result(dice: random.Random) -> KeyResult:
    step = Decimal(dice.choice(["0.01", "0.5", "1", "7", "250"]))
    points = [step * each for each in sorted(dice.sample(range(1, 400), 4))]
    if dice.random() < 0.5:
        points.reverse()
    names = dict(zip(("baseline", "commit", "target", "stretch"), points, strict=True))
    return result(**names, unit=dice.choice(["%", "h", "€", "days"]))


def _ways(number: Decimal, dice: random.Random) -> str:
    text = f"{number.normalize():f}"
    return dice.choice(
        [
            text,
            text.replace(".", ","),
            text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
            text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
            "\u200b".join(text),
            f"{number:,f}",
            f"{number / 1000:f}k",
        ]
    )


@pytest.mark.parametrize("seed", range(20))
def test_no_fact_tells_its_score_zone_or_levels_whatever_the_words_were(seed: int) -> None:
    dice = random.Random(seed)
    for _turn in range(150):
        made = _random_result(dice)
        levels = made.levels
        assert levels is not None
        value = dice.choice([levels.baseline, levels.commit, levels.target]) + Decimal("0.001") * dice.randint(1, 99)
        share = score(levels, value)
        secrets = [levels.commit, levels.target, levels.stretch]
        secrets += [Decimal(shown_score(share))] if Decimal("0.01") < share < Decimal("0.99") else []
        said = dice.choice(["{} it was", "we had {}", "{} {}"]).replace("{}", _ways(dice.choice(secrets), dice))
        said = dice.choice([said, str(zone(levels, value)), f"confidence {dice.randint(0, 10)}"])
        known = KnownResult(made, None, replace(reflection(said, str(value)), source=said))
        held = held_back(objective(), known)
        fact = fact_of(known, held)
        assert fact.learning == "", (made, said)
        assert fact.source == "", (made, said)
        assert held_back(objective(), replace(known, key_result=replace(made, neutral_name=said)))[0].field == "name"


def another(learning: str = "", **changes: object) -> KnownResult:
    """Another key result below the same objective; its score is 0.44."""
    levels = {"baseline": Decimal(10), "commit": Decimal(31), "target": Decimal(37), "stretch": Decimal(43)}
    made = result(**{"uid": "n", "neutral_name": "NPS", "unit": "points"} | levels | changes)
    return KnownResult(made, replace(check_in("33.1"), key_result_uid="n"))


@pytest.mark.parametrize("title", ["Customers say 37", "We want 43 points", "0.44 of what we want"])
def test_a_title_tells_nothing_of_any_key_result_below_it(title: str) -> None:
    held = held_back(objective(title), KnownResult(result(), check_in()), [another()])
    assert {each.field for each in held} == {"objective"}
    assert held_back(objective(title), KnownResult(result(), check_in())) == ()


@pytest.mark.parametrize(
    "learning", ["The survey ended at 0.44", "That made 44 % there", "It stayed under 37 points", "37 point at most"]
)
def test_a_learning_tells_nothing_of_the_key_result_beside_it(learning: str) -> None:
    known = KnownResult(result(), check_in(), reflection(learning))
    assert {each.field for each in held_back(objective(), known, [another()])} == {"learning"}


@pytest.mark.parametrize("learning", ["37 customers helped us", "From 9 to 5.6 h", "The survey rose to 33.1 points"])
def test_bare_numbers_and_values_say_nothing_of_another(learning: str) -> None:
    known = KnownResult(result(), check_in(), reflection(learning))
    assert held_back(objective(), known, [another(unit="h" if "h" in learning.split() else "points")]) == ()


def test_a_score_of_an_earlier_day_is_held_back_unless_it_is_a_value() -> None:
    before = (check_in("8"),)  # 0.15
    for learning, held in (("In May we had 0.15", {"learning"}), ("In May it was 8 h", set())):
        assert fields_held(KnownResult(result(), check_in(), reflection(learning), before=before)) == held
    per_cent = result(
        unit="%", **dict(zip(("baseline", "commit", "target", "stretch"), map(Decimal, (0, 30, 70, 100)), strict=True))
    )
    known = KnownResult(per_cent, check_in("40"), reflection("From 20 %", "50"), before=(check_in("20"),))
    assert fields_held(known) == set()


@pytest.mark.parametrize("name", ["Q4, target", "Under 5 h by winter", "Q4 (0.58)"])
def test_a_cycle_whose_name_tells_something_crosses_with_its_days_alone(name: str) -> None:
    held = held_back(objective(), KnownResult(result(), check_in()), (), name)
    assert {each.field for each in held} == {"cycle"}
    assert may_cross(held)
    cycle = Cycle("c", name, date(2026, 10, 1), date(2026, 12, 31))
    assert published_objective(objective(), cycle, held).cycle == "2026-10-01 – 2026-12-31"


@pytest.mark.parametrize("name", ["Q4 2026", "Cycle 5", "2026/1", "Winter 7", "Sprint 3.5"])
def test_an_ordinary_name_of_a_cycle_crosses(name: str) -> None:
    assert held_back(objective(), KnownResult(result(), check_in()), (), name) == ()


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1.", "1/", "five ", "five-", "one of ", "point one ", "a", "a ", " ", "٤"]
)
def test_a_wording_is_read_in_proportion_to_its_length(piece: str) -> None:
    times = []
    for length in (10_000, 40_000):
        began = perf_counter()
        held_words("learning", piece * (length // len(piece)), "h", (Decimal(7),), (Decimal("0.58"),))
        times.append(perf_counter() - began)
    assert times[1] < 8 * times[0] + 0.2  # in proportion it is 4 times, by every letter beside every other 16
