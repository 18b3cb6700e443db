"""Rights and retention of one person: what is held about them, a legal hold, and erasing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.people.access import export_access
from desktop.flows.people.erasing import Copy, Preview, erase_person, preview
from desktop.flows.people.stating import Subject, state, subjects
from desktop.i18n import _, ngettext, say
from desktop.models.erasing import Basis, Hold
from desktop.models.ids import new_uid, now
from desktop.models.people import first_name
from desktop.models.problems import Problem
from desktop.models.typed import name_of
from desktop.presenters.keys.passphrases import new_passphrase_errors
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.rights_words import going, mentioned, out_of_reach, staying
from desktop.wording import beside, day, isolated, moment, title_of

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """What erasing would do, in lines; `forbidden` says why it cannot be done now, "" if it can."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]
    mentions: tuple[str, ...]
    out_of_reach: tuple[str, ...]
    forbidden: str


@dataclass(frozen=True, slots=True)
class RightsScreen:
    """The person's rights; `plan` is None until it was looked for, `hold` is the sentence of the one that stands."""

    uid: str
    title: str
    back: str
    name: str
    hold: str
    reason: str
    past_holds: tuple[str, ...]
    subjects: tuple[tuple[str, str], ...]
    statement: str
    bases: tuple[tuple[str, str], ...]
    plan: ErasurePlan | None
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


class RightsPresenter:
    """Shows what one person can ask for. `copies` finds the local backups that are cleared, too."""

    def __init__(
        self,
        vault: "Vault",
        exports: Path,
        copies: Callable[[], Sequence[Path]] = tuple,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._vault = vault
        self._exports = exports
        self._copies = copies
        self._clock = clock
        self._person: Person
        self._plan: ErasurePlan | None = None
        self._reason = ""
        self._statement = ""

    def open(self, uid: str) -> RightsScreen:
        """Show a person's rights."""
        self._person = self._vault.people.person(uid)
        self._plan, self._reason, self._statement = None, "", ""
        return self._screen()

    def type_reason(self, text: str) -> None:
        """Keep what is typed as the reason of a hold."""
        self._reason = text

    def hold(self) -> RightsScreen:
        """Put the person under a legal hold for the typed reason."""
        try:
            reason = name_of(self._reason, _("the reason"))
            self._vault.rights.hold(Hold(new_uid(), self._person.uid, reason, self._clock()))
        except Problem as problem:
            return self._screen(errors={"reason": say(problem)})
        self._plan, self._reason = None, ""
        return self._screen(Notice(Tone.GOOD, _("Held. Nothing of this person is erased until you release the hold.")))

    def release(self) -> RightsScreen:
        """End the legal hold."""
        try:
            for hold in self._standing():
                self._vault.rights.release(hold.uid, self._clock())
        except Problem as problem:
            return self._screen(bad(problem))
        self._plan = None
        return self._screen(Notice(Tone.GOOD, _("Released. The hold stays on the list with its days.")))

    def type_statement(self, text: str) -> None:
        """Keep what is typed as the person's statement."""
        self._statement = text

    def attach(self, key: str) -> RightsScreen:
        """Keep the typed statement with the note, example or expectation of this key."""
        subject = next(each for each in subjects(self._vault, self._person.uid) if each.uid == key)
        try:
            state(self._vault, subject, self._statement)
        except Problem as problem:
            return self._screen(errors={"statement": say(problem)})
        self._statement, self._plan = "", None
        return self._screen(Notice(Tone.GOOD, _("Attached. It is kept with what it is about.")))

    def check_passphrase(self, first: str, second: str) -> Mapping[str, str]:
        """Return what is wrong with a passphrase for the archive, by field; nothing if it can be used."""
        return new_passphrase_errors(first, second)

    def collect(self, passphrase: str) -> Path:
        """Write everything that is held about the person into an encrypted archive (slow: a worker's)."""
        return export_access(self._vault, self._person.uid, self._exports, passphrase)

    def collected(self, path: Path) -> RightsScreen:
        """Say where the archive lies."""
        done = _("The archive lies in {path}. Review it, then hand it over, and the passphrase by another way.")
        return self._screen(Notice(Tone.GOOD, done.format(path=path)))

    def look(self) -> Preview:
        """Find what erasing would do (slow: a worker's)."""
        return preview(self._vault, self._person.uid)

    def looked(self, found: Preview) -> RightsScreen:
        """Show what erasing would do."""
        names = {person.uid: person.name for person in self._vault.people.people()}
        held = _("A legal hold stands. Release it first, if you may.") if found.held else ""
        self._plan = ErasurePlan(going(found), staying(found), mentioned(found, names), out_of_reach(found), held)
        return self._screen()

    def erase(self, typed_name: str, basis: str) -> tuple[Copy, ...]:
        """Erase the person for good (slow: a worker's); raise Problem if the name is another."""
        return erase_person(self._vault, self._person.uid, Basis(basis), typed_name, self._copies())

    def failed(self, sentence: str) -> RightsScreen:
        """Show why something could not be done."""
        return self._screen(Notice(Tone.BAD, sentence))

    def erased(self, left: tuple[Copy, ...]) -> str:
        """Return what to say after the person is gone; nothing of them can be shown any more."""
        done = _("Erased. Nothing of this person is in the vault any more.")
        if not left:
            return done
        count = ngettext(
            "{n} copy could not be cleared; delete it: {paths}",
            "{n} copies could not be cleared; delete them: {paths}",
            len(left),
        )
        return f"{done} {count.format(n=len(left), paths=', '.join(str(each.path) for each in left))}"

    def _standing(self) -> tuple[Hold, ...]:
        return tuple(hold for hold in self._vault.rights.holds(self._person.uid) if hold.released_at is None)

    def _screen(self, notice: Notice | None = None, errors: Mapping[str, str] | None = None) -> RightsScreen:
        person, standing = self._person, self._standing()
        past = [hold for hold in self._vault.rights.holds(person.uid) if hold.released_at is not None]
        return RightsScreen(
            uid=person.uid,
            title=_("Rights and retention: {name}").format(name=isolated(person.name)),
            back=isolated(first_name(person.name)),
            name=person.name,
            hold=" · ".join(_("Since {when}: {why}").format(when=moment(h.since), why=h.reason) for h in standing),
            reason=self._reason,
            subjects=tuple((each.uid, _subject(each)) for each in subjects(self._vault, person.uid)),
            statement=self._statement,
            past_holds=tuple(f"{moment(h.since)} – {moment(h.released_at)}: {h.reason}" for h in past),
            bases=(
                (Basis.REQUEST, _("The person asked for it")),
                (Basis.RETENTION, _("The time to keep it is over")),
                (Basis.DECISION, _("We decided so")),
            ),
            plan=self._plan,
            errors=errors or {},
            notice=notice,
        )


def _subject(subject: Subject) -> str:
    """Return how a thing is called in the list of what a statement can be about."""
    if subject.note is not None:
        revision = _("revision {n}").format(n=subject.note.revision) if subject.note.revision > 1 else ""
        return beside(title_of(subject.note.kind, subject.note.stage), day(subject.on), revision)
    kind = _("Example") if subject.evidence_uid else _("Expectation")
    return beside(kind, day(subject.on), " ".join(subject.text.split())[:80])
