"""Which words a guide may use: score questions are told from their look-alikes."""

import pytest

from desktop.guides.refusals import control_in, placeholder_in, score_in

SCORE_QUESTIONS = [
    "What score did KR2 reach?",
    "Which score do you deserve?",
    "How would you score your quarter?",
    "Which zone did the key result end in?",
    "Which zone were you in?",
    "Did you reach stretch?",
    "Did you hit your target on two of the three?",
    "Why did you only get to commit?",
    "Are you still below target?",
    "Did the team land at “stretch”?",
    "How confident were you in KR1?",
    "How sure were you of each key result?",
    "What was your confidence in this objective?",
    "What level did KR 3 end at?",
    "Think of KR2. What level did it reach?",
    "Which of the key results was green?",
    "What percentage of your OKRs is done?",
    "How many of your key results did you achieve?",
    "Which key results did you miss?",
    "Why did you miss KR2?",
    "Did you meet all of your objectives?",
    "Were your objectives on track?",
    "Rate each key result.",
    "How would you grade your OKRs?",
    "On a scale of 0 to 1, where is KR4?",
    "KR2 = 0.4: what do you say to that?",
    "What was the target of KR2?",
    "Was it commit, target or stretch?",
    "What were the stretch levels?",
    "How likely was the key result?",
    "WHAT WAS THE FINAL SCORE?",
    "What was the ｓｃｏｒｅ?",
    "How successful were your OKRs?",
    "Which key results were fully achieved?",
    "Was KR3 a failure?",
    "Were your targets met?",
    "Did your key results reach the target?",
    "How high is your confidence for the next key results?",
]

LOOK_ALIKES = [
    "Which key results did you influence most, and what changed because of it?",
    "How did the OKRs help you decide what to do first?",
    "How did the OKRs help you achieve more together?",
    "When did talking about the objectives make working with others easier?",
    "What did you learn from KR2, and where will you use it next?",
    "KR1 went from 9 to 4 days: what was your part in it?",
    "How did you move the NPS score?",
    "What made the app rating rise?",
    "Who is the target audience of your talk?",
    "Which task would stretch you most?",
    "When did you last get to stretch yourself?",
    "Which stretch assignment would you like?",
    "What will you commit to?",
    "How confident do you feel in front of customers?",
    "What level of support do you need?",
    "How do you get to the objectives when the week is full?",
    "Which expectations of your role did you meet?",
    "Which deadline did you miss, and what did we learn?",
    "How did you react when the alert turned red?",
    "When did you last leave your comfort zone?",
    "How do you work across time zones?",
    "How did the team-level objectives reach you?",
    "What do you want to achieve in a year?",
    "What would the scorecard of a calm week look like?",
    "Which moments show how you fill your role?",
    "How is the workload spread over the week, in percent?",
]


@pytest.mark.parametrize("text", SCORE_QUESTIONS)
def test_a_question_for_a_score_is_found(text: str) -> None:
    assert score_in(text)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_let_through(text: str) -> None:
    assert score_in(text) == ""


def test_the_words_that_ask_are_named() -> None:
    assert score_in("Welcome. What score did KR2 reach?") == "score"


def test_telling_what_is_not_asked_is_no_question() -> None:
    said = "No key result score belongs in this talk. We don't look at zones."
    assert score_in(said)
    assert score_in(said, telling=True) == ""


@pytest.mark.parametrize("text", ["Why did you not reach stretch?", "Write down the score.", "Not now. Which score?"])
def test_telling_excuses_neither_questions_nor_orders(text: str) -> None:
    assert score_in(text, telling=True)


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("You reached {score}.", "{score}"),
        ("Hello {{name}}!", "{{name}}"),
        ("Hello {{ name", "{{ name"),
        ("%(score)s of 1", "%(score)s"),
        ("Hello ${name}", "${name}"),
        ("Hello $name", "$name"),
        ("Value {}", "{}"),
        ("<%= score %>", "<%= score %>"),
        ("You reached [[confidence]].", "[[confidence]]"),
        ("Hello <first name>", "<first name>"),
        ("At %SCORE% of 1", "%SCORE%"),
    ],
)
def test_a_blank_of_a_template_is_found(text: str, blank: str) -> None:
    assert placeholder_in(text) == blank


@pytest.mark.parametrize("text", ["We saved $500 (20 %).", "a < b > c & d", "100% of it", "Set: a, b } and"])
def test_ordinary_signs_are_no_blank(text: str) -> None:
    assert placeholder_in(text) == ""


def test_control_characters_are_told_from_line_breaks() -> None:
    assert control_in("bell \a")
    assert not control_in("one\n\ttwo שלום 👩\u200d💻")
