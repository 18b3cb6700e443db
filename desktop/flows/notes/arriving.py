"""Notes of another vault beside those of this one: which are new, which bring something, which contradict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from desktop.flows.keys.trusting import employee_certificates
from desktop.flows.notes.importing import OTHER_REVISION, OTHER_VERSION
from desktop.models.guide import Kind
from desktop.models.note import Note, digest_of
from desktop.models.problems import Problem
from desktop.models.response import Arrival, Decline, Handover, Rebuttal, Response
from desktop.models.transfer import CarriedNote, CarriedPdf

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_OTHER_ANSWER = (
    "What is attached to a note here and in this file under one name is not the same. Nothing was taken over."
)

Attached = TypeVar("Attached", Response, Decline, Handover, Rebuttal)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A note with what would be added of it: all, if it is not `here`; else only what is attached and new.

    `refusal` says how it contradicts what is here, if it does.
    """

    carried: CarriedNote
    here: bool = False
    refusal: Problem | None = None

    @property
    def adds(self) -> bool:
        """Whether the vault would have more than before."""
        each = self.carried
        return not self.here or any((each.pdfs, each.responses, each.declines, each.handovers, each.rebuttals))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The notes of one kind that are here, by uid and by their place in a series."""

    by_uid: Mapping[str, Note]
    by_place: Mapping[tuple[str, int], Note] = field(repr=False)


def arrive(vault: "Vault", notes: Sequence[CarriedNote], people: Mapping[str, str]) -> tuple[Arrived, ...]:
    """Return what each note would bring; `people` are the uids here by those in the file."""
    shelves = {kind: _shelf(vault, kind) for kind in Kind}
    return tuple(_arrived(vault, shelves[each.note.kind], _settled(vault, each, people)) for each in notes)


def _shelf(vault: "Vault", kind: Kind) -> _Shelf:
    notes = vault.notes(kind).notes()
    return _Shelf({note.uid: note for note in notes}, {(note.series, note.revision): note for note in notes})


def _settled(vault: "Vault", carried: CarriedNote, people: Mapping[str, str]) -> CarriedNote:
    """Return a note as it would stand here: with its person of this vault, and keys known only if they are here."""
    person_uid = people[carried.note.person_uid]
    known = employee_certificates(vault, person_uid)
    return replace(
        carried,
        note=replace(carried.note, person_uid=person_uid),
        responses=tuple(_judged(each, known) for each in carried.responses),
    )


def _judged(response: Response, known: Sequence[bytes]) -> Response:
    if response.arrival is Arrival.SIGNED and response.certificate not in known:
        return replace(response, arrival=Arrival.UNKNOWN_SIGNER)
    return response


def _arrived(vault: "Vault", shelf: _Shelf, carried: CarriedNote) -> Arrived:
    note = carried.note
    here = shelf.by_uid.get(note.uid)
    if here is None:
        if (note.series, note.revision) in shelf.by_place:
            return Arrived(carried, refusal=Problem(OTHER_REVISION, n=note.revision))
        return Arrived(carried)
    if here.digest != note.digest:
        return Arrived(carried, here=True, refusal=Problem(OTHER_VERSION))
    try:
        return Arrived(_what_is_new(vault, here, carried), here=True)
    except Problem as refusal:
        return Arrived(carried, here=True, refusal=refusal)


def _what_is_new(vault: "Vault", here: Note, carried: CarriedNote) -> CarriedNote:
    """Return a note that is here with only what its vault lacks; raise Problem where the two contradict."""
    kept = vault.responses(here.kind)
    told = [replace(each, pdf=kept.file(each.uid)) for each in kept.responses(here.uid)]
    same = {digest_of(each.pdf): each.uid for each in told}
    renamed = {each.uid: same.get(digest_of(each.pdf), each.uid) for each in carried.responses}
    declines = [replace(each, response_uid=renamed.get(each.response_uid, "")) for each in carried.declines]
    rebuttals, statements = kept.rebuttals(here.uid), {each.sha256 for each in kept.rebuttals(here.uid)}
    answers = [each for each in carried.responses if renamed[each.uid] == each.uid]
    return replace(
        carried,
        note=here,
        pdfs=() if not here.imported else tuple(_new_pdfs(vault, here, carried.pdfs)),
        responses=_new(map(_unjudged, answers), map(_unjudged, told), answers),
        declines=_new(declines, kept.declines(here.uid), declines),
        handovers=_new(carried.handovers, kept.handovers(here.uid), carried.handovers),
        rebuttals=_new(
            (mine := [each for each in carried.rebuttals if each.sha256 not in statements or _has(rebuttals, each)]),
            rebuttals,
            mine,
        ),
    )


def _new(told: Iterable[Attached], here: Iterable[Attached], bring: Sequence[Attached]) -> tuple[Attached, ...]:
    """Return which of `bring` (each as in `told`) are not here; raise Problem where one is here with other words."""
    known = {each.uid: each for each in here}
    pairs = list(zip(told, bring, strict=True))
    if any(known.get(each.uid, each) != each for each, _original in pairs):
        raise Problem(_OTHER_ANSWER)
    return tuple(original for each, original in pairs if each.uid not in known)


def _unjudged(response: Response) -> Response:
    """Return an answer without what its vault found it to be, which differs by whom the vault knows."""
    return replace(response, arrival=Arrival.ANSWERED)


def _has(rebuttals: Sequence[Rebuttal], one: Rebuttal) -> bool:
    return any(each.uid == one.uid for each in rebuttals)


def _new_pdfs(vault: "Vault", here: Note, pdfs: Sequence[CarriedPdf]) -> Iterable[CarriedPdf]:
    """Yield the signed PDFs that the vault lacks, numbered after those it has."""
    kept = vault.notes(here.kind).exports(here.uid)
    known = {each.sha256 for each in kept}
    fresh = (pdf for pdf in pdfs if digest_of(pdf.pdf) not in known)
    for number, pdf in enumerate(fresh, start=len(kept) + 1):
        yield replace(pdf, number=number)
