"""The writing coach beside a conversation: what it notices in the manager's words, and what was set aside.

The employee's words are never looked at (see `WATCHED`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.coach.advice import instead, limits, why
from desktop.coach.finding import Facts, Finding, Level
from desktop.coach.rules import check
from desktop.i18n import _, say
from desktop.models.conversation import Conversation, SetAside, Voice
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.models.typed import is_blank
from desktop.presenters.talk.words import Field

if TYPE_CHECKING:
    from desktop.storage.talks.conversations import ConversationStore

PRIVATE = "private"
"""The voice of a private note; its prompt is its section."""
WATCHED = frozenset(
    {
        Voice.MANAGER,
        Voice.LEARNING,
        Voice.EXPECTATION,
        Voice.SITUATION,
        Voice.BEHAVIOUR,
        Voice.IMPACT,
        Voice.PROMISE,
    }
)
"""The voices that are the manager's own words."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of a conversation: an answer's, a form's, or the private note of a section."""

    prompt_id: str
    subject: str
    voice: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding where it stands: from `start` to `end` of the text of a field, why, and what to write instead.

    `reason` is why it was set aside, "" while it was not.
    """

    spot: Spot
    start: int
    end: int
    rule: str
    level: str
    words: str
    why: str
    instead: str
    reason: str = ""

    @property
    def weighs(self) -> bool:
        """Whether it is more than a hint, and not set aside."""
        return self.level != Level.HINT and not self.reason


@dataclass(frozen=True, slots=True)
class Advice:
    """What the coach says to a text; `unchecked` says why it says nothing, "" where it has looked."""

    marks: tuple[Mark, ...] = ()
    unchecked: str = ""


NOTHING = Advice()


@dataclass(frozen=True, slots=True)
class WholeAdvice:
    """What the coach says to a whole conversation: open findings, the gravest first, and those set aside."""

    marks: tuple[Mark, ...]
    set_aside: tuple[Mark, ...]
    unchecked: str
    limits: str

    @property
    def question(self) -> str:
        """Return what to say before sealing, "" where nothing weighs."""
        if not any(mark.weighs for mark in self.marks):
            return ""
        return _("The writing coach still points something out above. You may seal it all the same.")


class Coaching:
    """Looks at the words of one kind of conversation; `facts` are what the firm's own names are."""

    def __init__(self, conversations: "ConversationStore", facts: Callable[[Conversation], Facts]) -> None:
        self._store = conversations
        self._facts = facts

    def look(self, talk: Conversation, spot: Spot, text: str) -> Advice:
        """Return what is noticed in the text of one field (a worker's); what was set aside there is left out."""
        if not text.strip():
            return NOTHING
        report = check(text, talk.kind, self._facts(talk))
        if not report.checked:
            return Advice(unchecked=_not_checked())
        aside = self._aside(talk.uid)
        marks = [_mark(spot, found, text, aside) for found in report.findings]
        return Advice(tuple(mark for mark in marks if not mark.reason))

    def whole(self, talk: Conversation, texts: Mapping[Spot, str]) -> WholeAdvice:
        """Return what is noticed in all fields (a worker's)."""
        aside = self._aside(talk.uid)
        facts = _asked_once(self._facts(talk), sorted({text for text in texts.values() if text.strip()}))
        checked = {text: check(text, talk.kind, own) for text, own in facts.items()}
        reports = [(spot, text, checked[text]) for spot, text in texts.items() if text in checked]
        marks = [_mark(spot, found, text, aside) for spot, text, report in reports for found in report.findings]
        unchecked = any(not report.checked for _spot, _text, report in reports)
        return WholeAdvice(
            marks=tuple(sorted((mark for mark in marks if not mark.reason), key=_gravest)),
            set_aside=tuple(mark for mark in marks if mark.reason),
            unchecked=_not_checked() if unchecked else "",
            limits=limits(),
        )

    def set_aside(self, talk: Conversation, mark: Mark, reason: str) -> str:
        """Keep that a finding was set aside and why; return what is wrong, "" if it was kept."""
        if is_blank(reason):
            return _("Write in a few words why this may stand.")
        return _kept(lambda: self._store.set_aside(_record(talk.uid, mark, reason.strip())))

    def take_up(self, talk: Conversation, mark: Mark) -> str:
        """Point it out again; return what is wrong, "" if it is."""
        return _kept(lambda: self._store.take_up(_record(talk.uid, mark, mark.reason)))

    def follow(self, talk: Conversation, spot: Spot, subject: str) -> None:
        """Keep what was set aside in a field with what its words became; raise Problem if that cannot be kept."""
        for each in self._store.all_set_aside(talk.uid):
            if Spot(each.prompt_id, each.subject, each.voice) == spot:
                self._store.move_set_aside(each, subject)

    def _aside(self, uid: str) -> "Mapping[tuple[Spot, str, str], str]":
        return {
            (Spot(each.prompt_id, each.subject, each.voice), each.rule, each.words): each.reason
            for each in self._store.all_set_aside(uid)
        }


_APART = f"\n{'¤' * 40}\n"
"""Between texts that are asked about together: more than a number and its unit can stand apart."""


def _asked_once(facts: Facts, texts: Sequence[str]) -> dict[str, Facts]:
    """Return the facts for each text. Which numbers are scores is asked once for all: each question reads the vault."""
    places, start, found = facts.scores_in(_APART.join(texts)), 0, {}
    for text in texts:
        end = start + len(text)
        own = tuple((first - start, last - start) for first, last in places if start <= first and last <= end)
        found[text] = replace(facts, scores_in=partial(_known, own))
        start = end + len(_APART)
    return found


def _known(places: Sequence[tuple[int, int]], text: str) -> Sequence[tuple[int, int]]:
    return places


def look_alone(kind: Kind, facts: Facts, text: str) -> Advice:
    """Return what is noticed in a text that belongs to no conversation yet (a worker's)."""
    report = check(text, kind, facts)
    return Advice(tuple(_mark(Spot("", "", ""), found, text, {}) for found in report.findings))


def texts_of(said: Mapping[Field, str], private: Mapping[str, str]) -> dict[Spot, str]:
    """Return the manager's own words by the field they stand in; the employee's are not among them."""
    own = {Spot(field.prompt_id, field.subject, field.voice): text for field, text in said.items() if _watched(field)}
    return own | {Spot(section, "", PRIVATE): text for section, text in private.items()}


def _watched(field: Field) -> bool:
    return field.voice in WATCHED


def open_marks(advice: Iterable[Advice]) -> Sequence[Mark]:
    """Return the marks of several fields, the gravest first."""
    return sorted((mark for each in advice for mark in each.marks), key=_gravest)


def _gravest(mark: Mark) -> int:
    return [Level.BREACH, Level.SUSPECT, Level.HINT].index(Level(mark.level))


def _mark(spot: Spot, found: Finding, text: str, aside: Mapping[tuple[Spot, str, str], str]) -> Mark:
    words = " ".join(text[found.start : found.end].split())
    reason = aside.get((spot, str(found.rule), words), "")
    return Mark(
        spot, found.start, found.end, str(found.rule), str(found.level), words, why(found), instead(found), reason
    )


def _kept(change: Callable[[], None]) -> str:
    try:
        change()
    except Problem as problem:
        return say(problem)
    return ""


def _record(uid: str, mark: Mark, reason: str) -> SetAside:
    spot = mark.spot
    return SetAside(uid, spot.prompt_id, spot.subject, spot.voice, mark.rule, mark.words, reason, now())


def _not_checked() -> str:
    return _("Not checked: the coach has no rules for this language.")
