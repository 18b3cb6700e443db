"""Guide files: the shipped ones, a firm's own, and everything that can be wrong with them."""

from pathlib import Path

import pytest

from desktop.guides.loader import load_guide, load_guides
from desktop.guides.table import GuideProblem
from desktop.models.guide import RULE, TOPICS, AnswerType, Guide, Kind, Stage
from desktop.models.problems import Problem
from desktop.places import resources

OKR = f"""\
id = "own-check-in"
kind = "okr"
stage = "check-in"
title = "Our check-in"
language = "en"
version = 1
rule = "{RULE}"

[[sections]]
id = "one"
title = "One"
minutes = 5

[[sections.prompts]]
id = "ask"
text = "What changed?"
purpose = "Listen."
avoid = ["“Why?” Ask how."]
answer = "voices"
"""

PERFORMANCE = OKR.replace('"okr"', '"performance"').replace('"check-in"', '"review"')

SECOND_SECTION = """
[[sections]]
id = "two"
title = "Two"
minutes = 5

[[sections.prompts]]
id = "other"
text = "What else?"
purpose = "Wait."
answer = "voices"
"""


def _write(folder: Path, text: str, name: str = "own.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _said(folder: Path, text: str) -> str:
    with pytest.raises(GuideProblem) as caught:
        load_guide(_write(folder, text))
    return str(caught.value)


def _shipped() -> dict[str, Guide]:
    shelf = load_guides([resources() / "guides"])
    assert shelf.problems == ()
    return dict(shelf.guides)


def test_the_shipped_guides_are_one_per_stage() -> None:
    shipped = _shipped()
    assert {id: (guide.kind, guide.stage) for id, guide in shipped.items()} == {
        "okr-set-align": (Kind.OKR, Stage.SET_ALIGN),
        "okr-check-in": (Kind.OKR, Stage.CHECK_IN),
        "okr-reflect-reset": (Kind.OKR, Stage.REFLECT_RESET),
        "performance-review": (Kind.PERFORMANCE, Stage.REVIEW),
    }
    assert [shipped[id].minutes for id in sorted(shipped)] == [20, 55, 60, 75]


@pytest.mark.parametrize("guide", _shipped().values(), ids=lambda guide: str(guide.id))
def test_a_shipped_guide_is_short_enough_to_read_while_talking(guide: Guide) -> None:
    assert len(guide.sections) <= 7
    assert guide.rule == RULE
    for section in guide.sections:
        assert len(section.title) <= 13
        for prompt in section.prompts:
            assert len(prompt.avoid) <= 3
            assert len(prompt.purpose) <= 300
            assert prompt.answer is AnswerType.READING or (len(prompt.text) <= 110 and prompt.text.endswith("?"))


def test_the_shipped_performance_guide_asks_the_four_questions_beside_the_facts() -> None:
    prompts = [p for section in _shipped()["performance-review"].sections for p in section.prompts]
    assert tuple(p.topic for p in prompts if p.topic) == TOPICS
    assert all(p.answer is AnswerType.FACTS for p in prompts if p.topic)
    answers = [p.answer for p in prompts]
    employee_first, expectations = answers.index(AnswerType.VOICES), answers.index(AnswerType.EXPECTATIONS)
    assert employee_first < answers.index(AnswerType.FACTS) < expectations < answers.index(AnswerType.COMMITMENTS)


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("okr-set-align", AnswerType.KEY_RESULTS),
        ("okr-check-in", AnswerType.CHECK_IN),
        ("okr-reflect-reset", AnswerType.REFLECTION),
    ],
)
def test_each_shipped_okr_guide_works_on_the_key_results(id: str, answer: AnswerType) -> None:
    answers = [prompt.answer for section in _shipped()[id].sections for prompt in section.prompts]
    assert answer in answers
    assert answers[-1] is AnswerType.COMMITMENTS


def test_a_guide_is_read_whole(tmp_path: Path) -> None:
    guide = load_guide(_write(tmp_path, OKR + SECOND_SECTION))
    assert (guide.id, guide.kind, guide.stage, guide.version) == ("own-check-in", Kind.OKR, Stage.CHECK_IN, 1)
    assert [section.title for section in guide.sections] == ["One", "Two"]
    assert guide.minutes == 10
    prompt = guide.sections[0].prompts[0]
    assert (prompt.text, prompt.purpose, prompt.avoid) == ("What changed?", "Listen.", ("“Why?” Ask how.",))
    assert guide.sections[1].prompts[0].avoid == ()


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xef\xbb\xbf" + OKR.replace("\n", "\r\n").encode())
    assert load_guide(path).id == "own-check-in"


def test_another_language_brings_its_own_rule_sentence(tmp_path: Path) -> None:
    german = OKR.replace('"en"', '"de-AT"').replace(RULE, "Punkte dienen dem Lernen.")
    assert load_guide(_write(tmp_path, german)).rule == "Punkte dienen dem Lernen."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'answer = "voices"',
            'answer = "voice"',
            "sections[0].prompts[0].answer: “voice” is not an answer type; did you",
        ),
        ('answer = "voices"', 'answer = "voice"', "mean voices?"),
        ('answer = "voices"', 'answer = "facts"', "sections[0].prompts[0].answer: “facts” does not belong"),
        ('answer = "voices"', "", "sections[0].prompts[0].answer: this key is missing"),
        ('answer = "voices"', 'answer = "voices"\ntopic = "impact"', "sections[0].prompts[0].topic: only"),
        (
            "purpose =",
            "porpose =",
            "sections[0].prompts[0].porpose: did you mean purpose? there is no such key",
        ),
        ("minutes = 5", "minuts = 5", "sections[0].minuts: did you mean minutes?"),
        (
            "version = 1",
            "version = 1\nlogo = 3",
            "own.toml: logo: there is no such key here; use one of id, kind",
        ),
        (
            'kind = "okr"',
            'kind = "gossip"',
            "kind: “gossip” is not a kind of conversation; use one of okr, performance.",
        ),
        (
            'stage = "check-in"',
            'stage = "checkin"',
            "stage: “checkin” is not a stage; did you mean check-in?",
        ),
        (
            'stage = "check-in"',
            'stage = "review"',
            "stage: “review” is no stage of a conversation of kind okr",
        ),
        ("minutes = 5", "minutes = 0", "sections[0].minutes: write a whole number from 1 to 240"),
        ("minutes = 5", "minutes = 241", "sections[0].minutes: write a whole number"),
        ("minutes = 5", "minutes = 5.0", "sections[0].minutes: write a whole number"),
        ("minutes = 5", 'minutes = "5"', "sections[0].minutes: write a whole number"),
        ("minutes = 5", "minutes = true", "sections[0].minutes: write a whole number"),
        ("version = 1", "version = 0", "version: write a whole number"),
        ("What changed?", " \\n ", "sections[0].prompts[0].text: this text is empty"),
        ("What changed?", "a" * 1001, "sections[0].prompts[0].text: this text is too long"),
        ("What changed?", "bell\\u0007", "sections[0].prompts[0].text: there is a control character"),
        ("What changed?", "You got {score}", "sections[0].prompts[0].text: “{score}” is never filled in"),
        ("Ask how.", "${x}", "sections[0].prompts[0].avoid[0]: “${x}” is never filled in"),
        ("Our check-in", "%(score)s", "title: “%(score)s” is never filled in"),
        ('text = "What changed?"', "text = 5", "sections[0].prompts[0].text: this must be a text in quotes"),
        (
            'avoid = ["“Why?” Ask how."]',
            'avoid = "Why?"',
            "sections[0].prompts[0].avoid: this must be a list",
        ),
        (
            'avoid = ["“Why?” Ask how."]',
            'avoid = ["", "x"]',
            "sections[0].prompts[0].avoid[0]: this text is empty",
        ),
        ('title = "One"', 'title = "One\\ntwo"', "sections[0].title: write this in one line"),
        ('title = "One"', f'title = "{"O" * 25}"', "sections[0].title: this text is too long"),
        ('id = "one"', 'id = "Number One"', "sections[0].id: “Number One” is no id"),
        ('"en"', '"English"', "language: “English” is no language tag"),
        (RULE, "Scores decide the bonus.", f"rule: this sentence must be: {RULE}"),
        ("[[sections.prompts]]", "[sections.prompts]", "sections[0].prompts: this must be a list"),
        (
            "version = 1",
            "version = 1\nversion = 2",
            "own.toml: line 7, column 12: this key is written twice.",
        ),
        ('title = "Our check-in"', 'title = "Our check-in', "own.toml: line 4, column 22: this is not TOML"),
    ],
)
def test_a_fault_is_named_with_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in OKR
    sentence = _said(tmp_path, OKR.replace(old, new, 1))
    assert sentence.startswith("own.toml: ")
    assert said in sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "own.toml: kind: this key is missing."),
        (
            "sections = [1]\n" + OKR.split("[[sections]]")[0],
            "own.toml: sections: begin each one with a line [[…]].",
        ),
        ("sections = []\n" + OKR.split("[[sections]]")[0], "own.toml: sections: there must be at least one."),
        ("id = " + "[" * 100_000, "own.toml: this file is nested too deeply."),
        ("id = " + "1" * 5000, "own.toml: a value in this file is too long"),
        ("# no value\nid =", "own.toml: line 2, column 5: this is not TOML"),
        ("# " + "a" * 262_144, "own.toml: is larger than 256 kB; a guide is a short text."),
        (
            OKR + SECOND_SECTION.replace('"two"', '"one"'),
            "own.toml: sections[1].id: “one” is there a second time.",
        ),
        (
            OKR + SECOND_SECTION.replace('"other"', '"ask"'),
            "sections[1].prompts[0].id: “ask” is there a second time.",
        ),
        (OKR + SECOND_SECTION * 40, "own.toml: sections: at most 40 are possible."),
    ],
    ids=range(10),
)
def test_a_file_that_is_no_guide_is_refused(tmp_path: Path, text: str, said: str) -> None:
    assert said in _said(tmp_path, text)


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(OKR.replace("changed", "verändert").encode("cp1252"))
    with pytest.raises(GuideProblem, match=r"own\.toml: is not UTF-8 text \(line 16\)"):
        load_guide(path)


def test_what_cannot_be_opened_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    for name in ("folder.toml", "missing.toml"):
        with pytest.raises(Problem, match=f"{name}: cannot be read"):
            load_guide(tmp_path / name)


@pytest.mark.parametrize("answer", ["key-results", "check-in", "reflection"])
def test_a_performance_guide_cannot_hold_key_results(tmp_path: Path, answer: str) -> None:
    text = PERFORMANCE.replace('answer = "voices"', f'answer = "{answer}"')
    assert f"sections[0].prompts[0].answer: “{answer}” does not belong" in _said(tmp_path, text)


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ("What changed?", "sections[0].prompts[0].text"),
        ("Listen.", "sections[0].prompts[0].purpose"),
        ("One", "sections[0].title"),
        ("Our check-in", "title"),
    ],
)
def test_a_performance_guide_cannot_ask_for_a_score(tmp_path: Path, old: str, key: str) -> None:
    asked = PERFORMANCE.replace(f'"{old}"', '"Score of KR2?"')
    assert f"own.toml: {key}: “score” asks for a key result's score" in _said(tmp_path, asked)
    assert load_guide(_write(tmp_path, OKR.replace(f'"{old}"', '"Score of KR2?"'))).kind is Kind.OKR


def test_a_performance_guide_may_say_what_is_not_asked(tmp_path: Path) -> None:
    text = PERFORMANCE.replace("What changed?", f"{RULE} We do not look at scores.").replace("voices", "reading")
    text = text.replace("“Why?” Ask how.", "“So you scored 0.4.” Ask what changed.")
    prompt = load_guide(_write(tmp_path, text)).sections[0].prompts[0]
    assert prompt.avoid == ("“So you scored 0.4.” Ask what changed.",)


def test_a_topic_must_be_one_of_the_four(tmp_path: Path) -> None:
    assert load_guide(_write(tmp_path, PERFORMANCE + 'topic = "focus"\n')).sections[0].prompts[0].topic == "focus"
    assert "topic: “focos” is not a topic; did you mean focus?" in _said(tmp_path, PERFORMANCE + 'topic = "focos"\n')


def test_a_firm_replaces_a_shipped_guide_and_adds_its_own(tmp_path: Path) -> None:
    _write(tmp_path, OKR.replace("own-check-in", "okr-check-in"), "a.toml")
    _write(tmp_path, OKR, "b.toml")
    _write(tmp_path, "not a guide", "notes.txt")
    _write(tmp_path, "half written", ".#b.toml")
    shelf = load_guides([resources() / "guides", tmp_path])
    assert shelf.problems == ()
    assert len(shelf.guides) == 5
    names = [guide.title for guide in shelf.for_stage(Kind.OKR, Stage.CHECK_IN)]
    assert names == ["Our check-in", "Our check-in"]
    assert [guide.id for guide in shelf.for_stage(Kind.PERFORMANCE, Stage.REVIEW)] == ["performance-review"]


def test_a_firms_typo_leaves_the_other_guides_alone(tmp_path: Path) -> None:
    _write(tmp_path, OKR.replace("minutes", "minuts"), "bad.toml")
    _write(tmp_path, OKR, "good.toml")
    shelf = load_guides([resources() / "guides", tmp_path])
    assert [str(problem).split(":")[0] for problem in shelf.problems] == ["bad.toml"]
    assert "own-check-in" in shelf.guides
    assert len(shelf.guides) == 5


def test_two_files_of_one_folder_cannot_share_an_id(tmp_path: Path) -> None:
    _write(tmp_path, OKR, "a.toml")
    _write(tmp_path, OKR.replace("Our", "Your"), "b.toml")
    shelf = load_guides([tmp_path])
    assert shelf.guides["own-check-in"].title == "Our check-in"
    assert [str(p) for p in shelf.problems] == ["b.toml: id: “own-check-in” is the id of another guide in this folder."]


def test_a_guide_cannot_take_the_place_of_another_stage(tmp_path: Path) -> None:
    _write(tmp_path, PERFORMANCE.replace("own-check-in", "okr-check-in"))
    shelf = load_guides([resources() / "guides", tmp_path])
    assert shelf.guides["okr-check-in"].kind is Kind.OKR
    assert "is for okr, check-in; give yours an id of its own" in str(shelf.problems[0])


def test_a_missing_folder_is_an_empty_one(tmp_path: Path) -> None:
    shelf = load_guides([tmp_path / "none"])
    assert (dict(shelf.guides), shelf.problems) == ({}, ())


def test_a_folder_with_a_guides_name_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    assert "folder.toml: cannot be read" in str(load_guides([tmp_path]).problems[0])
