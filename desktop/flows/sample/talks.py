"""The conversations of the sample firm, led by the same steps that a user takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.flows.sample.days import Calendar, Event, months, morning, sample_uid
from desktop.flows.sample.okrs import record_check_in, record_reflection
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.flows.talk.talks import Period
from desktop.models.conversation import (
    TALKING,
    Answer,
    Commitment,
    Conversation,
    PrivateNote,
    Promise,
    Voice,
)
from desktop.models.guide import AnswerType, Guide, Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.okr import KeyResultKind

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.vault import Vault


def add_talks(
    vault: "Vault", guides: "GuideShelf", talks: Sequence[Mapping[str, Any]], calendar: Calendar
) -> list[Event]:
    """Return the talks as events of their days."""
    tellings = [_Telling(vault, guides, told, calendar) for told in talks]
    return [Event(calendar.working_day(each.told["day"]), each.tell) for each in tellings]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One talk, from its first word to its last revision."""

    vault: "Vault"
    guides: "GuideShelf"
    told: Mapping[str, Any]
    calendar: Calendar

    def tell(self) -> None:
        """Have the conversation; seal and correct it where the story says so."""
        talk = self._conversation()
        self.vault.conversations(talk.kind).add(talk)
        self._say(talk, self.told["answers"])
        self._note_privately(talk)
        self._promise(talk)
        self._measure(talk)
        if self.told.get("state") != "draft":
            self._seal(talk)

    def _conversation(self) -> Conversation:
        guide, period = self._guide(), self._period()
        held_on = self.calendar.working_day(self.told["day"])
        return Conversation(
            uid=new_uid(),
            kind=guide.kind,
            stage=guide.stage,
            person_uid=sample_uid(self.told["person"]),
            manager_uid=self.vault.profile.me_uid(),
            guide=guide,
            held_on=held_on,
            period=period.name,
            period_start=period.starts_on,
            period_end=period.ends_on,
            created_at=morning(held_on),
            step=self.told.get("step", 0),
        )

    def _guide(self) -> Guide:
        stage = Stage(self.told["stage"])
        kind = Kind.PERFORMANCE if stage is Stage.REVIEW else Kind.OKR
        return self.guides.for_stage(kind, stage)[0]

    def _period(self) -> Period:
        if "cycle" in self.told:
            cycle = self.vault.okrs.cycle(sample_uid(self.told["cycle"]))
            return Period(cycle.name, cycle.starts_on, cycle.ends_on)
        first, last = (self.calendar.day(offset) for offset in self.told["period"])
        return Period(months(first, last), first, last)

    def _say(self, talk: Conversation, answers: Sequence[Mapping[str, str]]) -> None:
        for told in answers:
            about = sample_uid(told["about"]) if "about" in told else ""
            words = {voice: told[voice] for voice in TALKING if voice in told}
            self._type(talk, told["prompt"], about, words)

    def _note_privately(self, talk: Conversation) -> None:
        for told in self.told.get("private", ()):
            note = PrivateNote(talk.uid, told["section"], told["text"])
            self.vault.conversations(talk.kind).save_private_note(note)

    def _promise(self, talk: Conversation) -> None:
        for told in self.told.get("commitments", ()):
            owner = self.vault.people.person(sample_uid(told["owner"])).name
            due = self.calendar.working_day(told["due"])
            promise = Commitment(new_uid(), talk.uid, talk.person_uid, told["text"], owner, due)
            self.vault.conversations(talk.kind).save_commitment(promise)

    def _measure(self, talk: Conversation) -> None:
        for told in self.told.get("check_ins", ()):
            self._fill_in(talk, AnswerType.CHECK_IN, told, record_check_in)
        for told in self.told.get("reflections", ()):
            self._fill_in(talk, AnswerType.REFLECTION, told, record_reflection)

    def _fill_in(
        self, talk: Conversation, form: AnswerType, told: Mapping[str, Any], record: Callable[..., None]
    ) -> None:
        key = told["key_result"]
        entry = {"day": self.told["day"], **told}
        record(self.vault.okrs, key, entry, self.calendar, talk.uid)
        self._type(talk, _prompt(talk, form), sample_uid(key), self._typed(entry))

    def _typed(self, entry: Mapping[str, Any]) -> dict[Voice, str]:
        """Return a check-in or reflection as its form keeps it."""
        as_of = self.calendar.working_day(entry["day"]).isoformat()
        result = self.vault.okrs.key_result(sample_uid(entry["key_result"]))
        done = {"1": "done", "0": "not done"} if result.kind is KeyResultKind.MILESTONE else {}
        fields = {**entry, "value": done.get(entry["value"], entry["value"])}
        return {voice: str(fields[voice]) for voice in Voice if voice in fields} | {Voice.AS_OF: as_of}

    def _type(self, talk: Conversation, prompt: str, about: str, words: Mapping[Voice, str]) -> None:
        for voice, text in words.items():
            self.vault.conversations(talk.kind).save_answer(Answer(talk.uid, prompt, about, voice, text))

    def _seal(self, talk: Conversation) -> None:
        note = seal(self.vault, talk.kind, talk.uid)
        if correction := self.told.get("correction"):
            talk = reopen(self.vault.conversations(talk.kind), note, correction["reason"])
            self._say(talk, correction["answers"])
            seal(self.vault, talk.kind, talk.uid)
        self._keep_promises(talk)

    def _keep_promises(self, talk: Conversation) -> None:
        states = {told["text"]: Promise(told["state"]) for told in self.told.get("commitments", ())}
        store = self.vault.conversations(talk.kind)
        for promise in store.commitments(talk.uid):
            store.set_promise(promise.uid, states[promise.text])


def _prompt(talk: Conversation, answer: AnswerType) -> str:
    prompts = (prompt for section in talk.guide.sections for prompt in section.prompts)
    return next(prompt.id for prompt in prompts if prompt.answer is answer)
