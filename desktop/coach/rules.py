"""The rules: evidence of a score × a consequence × what links them, in a sentence and beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.coach.finding import Facts, Finding, Level, Report, Rule
from desktop.coach.language import language_of
from desktop.coach.patterns import Patterns, patterns_for
from desktop.coach.sentences import plain, sentences
from desktop.coach.speech import speech_findings
from desktop.coach.vocabulary import LANGUAGES
from desktop.models.guide import Kind

_MASK = "¤"
_EVIDENCE = ("level", "grade", "key", "score")
_CONSEQUENCES = ("pay", "rating")
_EDGE = " \t\n\"'([{.,;:!?¤-"


def check(text: str, kind: Kind, facts: Facts | None = None) -> Report:
    """Return what the coach notices in `text`, written in a conversation of `kind`; never raises."""
    language = language_of(text)
    if language not in LANGUAGES:
        return Report(language, checked=False)
    found = _findings(text, kind, facts or Facts(), patterns_for(language))
    return Report(language, True, tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule))))


def _findings(text: str, kind: Kind, facts: Facts, words: Patterns) -> Iterator[Finding]:
    straight = plain(text)
    spans = sentences(text)
    reader = _Reader(_masked(straight, spans, words), kind, facts, words, list(facts.scores_in(text)))
    before = _Said()
    for start, end in spans:
        found, before = reader.read(start, end, before)
        yield from found
        yield from speech_findings(text, reader.text, straight, (start, end), words)


def _masked(text: str, spans: Sequence[tuple[int, int]], words: Patterns) -> str:
    """Return `text` without what only looks telling; an @ that was typed is no name (names are written as @)."""
    parts: list[str] = []
    read = 0
    for start, end in spans:
        parts += [text[read:start], words.masked(text[start:end], _MASK)]
        read = end
    return "".join([*parts, text[read:]]).replace("@", _MASK)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence leaves to the next: how a key result ended, or consequences without their ground."""

    evidence: bool = False
    consequences: tuple[Rule, ...] = ()


class _Reader:
    """Reads one text: where scores and consequences stand in a sentence."""

    def __init__(self, text: str, kind: Kind, facts: Facts, words: Patterns, scores: list[tuple[int, int]]) -> None:
        self.text = text
        self._kind = kind
        self._words = words
        self._find = cache(words.find)
        self._scores = scores
        self._key_results = _names(facts.key_results)
        self._ratings = _names(facts.ratings)
        self._plans = _names(facts.plans)

    def read(self, start: int, end: int, before: _Said) -> tuple[tuple[Finding, ...], _Said]:
        """Return what a sentence says of scores and pay, and what the next one has to know of it.

        `before` is what the sentence before left: a link may reach over one full stop.
        """
        part = self.text[start:end]
        rest = self._without_policy(part)
        if rest is None:
            return (), _Said()
        rules = self._consequences(rest)
        if self._kind is Kind.OKR:
            told = self._told(part, start, _CONSEQUENCES)
            return (_over(Rule.PAY_IN_OKR, Level.BREACH, told),) if rules and self._speaks(part) else (), _Said()
        if not rules:
            return self._without_consequence(part, start, end, before)
        level = self._link(part, start, end, before.evidence)
        if level is None:
            return (), _Said(consequences=rules)
        return tuple(_over(rule, level, self._told(part, start, _words_of(rule, rules))) for rule in rules), _Said()

    def _without_consequence(self, part: str, start: int, end: int, before: _Said) -> tuple[tuple[Finding, ...], _Said]:
        """Return that a score is mentioned, or that it is the ground of what the sentence before says of pay."""
        evidence = self._has_score(start, end)
        if evidence and before.consequences and self._find("reason", part):
            told = self._told(part, start, _EVIDENCE)
            return tuple(_over(rule, Level.BREACH, told) for rule in before.consequences), _Said()
        return self._hint(part, start, end), _Said(evidence=evidence)

    def _hint(self, part: str, start: int, end: int) -> tuple[Finding, ...]:
        """Return that a score is mentioned: a number that is one, a level, or a score by its name."""
        named = self._find("level", part) or self._graded(part, self._key(part)) or self._is_score(start, end)
        return (_over(Rule.SCORE_RATING, Level.HINT, self._told(part, start, _EVIDENCE)),) if named else ()

    def _is_score(self, start: int, end: int) -> bool:
        return any(start <= first and last <= end for first, last in self._scores)

    def _has_score(self, start: int, end: int) -> bool:
        """Tell whether the words from `start` to `end` name a score or level of a key result."""
        part, find = self.text[start:end], self._find
        if self._is_score(start, end):
            return True
        key = self._key(part)
        return bool(find("level", part) or (key and find("score", part)) or self._graded(part, key))

    def _told(self, part: str, start: int, names: Sequence[str]) -> tuple[int, int]:
        """Return from where to where the telling words of a sentence reach."""
        found = [match.span() for name in names if (match := self._find(name, part))]
        found += [(first - start, last - start) for first, last in self._scores if start <= first < start + len(part)]
        firms = (self._key_results, self._ratings, self._plans)
        found += [match.span() for each in firms if each and (match := each.search(part))]
        first, last = (min(a for a, _b in found), max(b for _a, b in found)) if found else (0, len(part))
        words = part[first:last]
        return start + last - len(words.lstrip(_EDGE)), start + first + len(words.rstrip(_EDGE))

    def _graded(self, part: str, key: bool) -> bool:
        grade = self._find("grade", part)
        return grade is not None and (key or self._find("scored", part) is not None)

    def _key(self, part: str) -> bool:
        return bool(self._find("key", part) or (self._key_results and self._key_results.search(part)))

    def _link(self, part: str, start: int, end: int, evidence_before: bool) -> Level | None:
        if self._has_score(start, end) or self._find("grade", part):
            return Level.BREACH
        if self._key(part) and self._find("tight", part):
            return Level.BREACH
        if evidence_before and self._find("result", part):
            return Level.BREACH
        return Level.SUSPECT if self._find("key_sure", part) else None

    def _consequences(self, part: str) -> tuple[Rule, ...]:
        """Return what `part` decides. Where pay stands in it, only what names a rating outright is one beside it."""
        find, rated = self._find, self._ratings and self._ratings.search(part)
        if find("pay", part) or (self._plans and self._plans.search(part)):
            both = find("rating_outright", part) or rated
            return (Rule.SCORE_PAY, Rule.SCORE_RATING) if both else (Rule.SCORE_PAY,)
        return (Rule.SCORE_RATING,) if rated or find("rating", part) else ()

    def _ties_all_the_same(self, rest: str) -> bool:
        """Tell whether what is left of a sentence beside its denials still ties a level or score to a consequence."""
        evidence = self._find("level", rest) or self._graded(rest, self._key(rest))
        return bool(evidence and self._consequences(rest) and self._find("cause", rest))

    def _speaks(self, part: str) -> bool:
        """Tell whether a sentence of an OKR conversation is more than an objective or key result written down."""
        return not self._words.parts["speaks"].match(part)

    def _without_policy(self, part: str) -> str | None:
        """Return `part`, or what follows a turn ("but this time …") after a policy; None if it only states one."""
        find = self._find
        if not find("policy", part) or not self._consequences(part) and not self._key(part):
            return part
        if self._ties_all_the_same(self._words.parts["policy"].sub(_blanked, part)):
            return part
        turn = self._words.parts["turn"].search(part)
        if turn is None or find("policy", part[turn.start() :]):
            return None
        rest = part[turn.start() :]
        broken = self._consequences(rest) or find("exception", rest)
        return part if broken else None


def _names(names: tuple[str, ...]) -> re.Pattern[str] | None:
    kept = sorted((plain(name.strip()) for name in names if len(name.strip()) > 2), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in kept) + r")(?!\w)") if kept else None


def _words_of(rule: Rule, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the vocabulary that tells of `rule`: of two consequences in a sentence each has its own."""
    own = {Rule.SCORE_PAY: ("pay",), Rule.SCORE_RATING: ("rating_outright",)}
    return (*_EVIDENCE, *(own[rule] if len(rules) > 1 else _CONSEQUENCES))


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _over(rule: Rule, level: Level, told: tuple[int, int]) -> Finding:
    return Finding(rule, level, *told)
