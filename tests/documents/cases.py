"""Every file that can come home: honest ones and all attacks that are known on signed PDFs, with what each must get.

A second certification in the employee's field is missing: pyHanko refuses to write one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import pikepdf

from desktop.documents.drawing import field_names as names
from desktop.documents.papers.render import render
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, sign
from desktop.models.identity import Identity
from desktop.models.note import Note
from desktop.models.response import Arrival, Choice, Reply
from desktop.models.verdict import Outcome
from tests.documents import attacks, broken, replies, revisions, shadows, strangers
from tests.documents.attacks import Attack
from tests.documents.notes import EMPLOYEE, MANAGER, SEALED_AT

WORDS = Reply(Choice.DISAGREE, "I see it otherwise.", scores_used=False)
VALID = Path(__file__).resolve().parent.parent / "files" / "valid"


class Group(StrEnum):
    """Which folder a file belongs into."""

    VALID = "valid"
    ALTERED = "altered"
    UNTRUSTED = "untrusted"


@dataclass(frozen=True)
class Scene:
    """Those who may sign, and one note at each of its stages."""

    note: Note
    manager: Identity
    employee: Identity
    imposter: Identity
    """Has the employee's name, or the manager's, and a key of their own."""

    @cached_property
    def certified(self) -> bytes:
        """The note as it is given away."""
        return self.by_manager(render(self.note))

    @cached_property
    def filled(self) -> bytes:
        """The note with an answer."""
        return fill(self.certified, WORDS)

    @cached_property
    def countersigned(self) -> bytes:
        """The note with an answer and both signatures."""
        return self.by_employee(self.filled)

    def by_manager(self, pdf: bytes) -> bytes:
        """Return a file certified by the manager."""
        return sign(pdf, Signatory(self.manager, MANAGER.name, SEALED_AT))

    def by_employee(self, pdf: bytes) -> bytes:
        """Return a file signed by the employee."""
        return countersign(pdf, Signatory(self.employee, EMPLOYEE.name, SEALED_AT))

    def by_imposter(self, pdf: bytes) -> bytes:
        """Return a file signed in the employee's place."""
        return countersign(pdf, Signatory(self.imposter, EMPLOYEE.name, SEALED_AT))


@dataclass(frozen=True)
class Case:
    """A returned file: `make` builds what was given away and what came back; what it is, and what `verify` says.

    `outcome` is None where the file cannot be read at all.
    """

    name: str
    make: Callable[[Scene], tuple[bytes, bytes]]
    arrival: Arrival = Arrival.ALTERED
    outcome: Outcome | None = Outcome.ALTERED
    group: Group = Group.ALTERED


def _on(stage: str, attack: Attack, **expected: object) -> Case:
    """Return the case of an attack on one stage of the note."""

    def make(scene: Scene) -> tuple[bytes, bytes]:
        return scene.certified, attack(getattr(scene, stage))

    return Case(f"{attack.__name__} ({stage})", make, **expected)  # type: ignore[arg-type]


def _made(name: str, make: Callable[[Scene], bytes], **expected: object) -> Case:
    """Return the case of a file that is made with somebody's key."""
    return Case(name, lambda scene: (scene.certified, make(scene)), **expected)  # type: ignore[arg-type]


def _shadow(prepare: Attack, reveal: Attack) -> Case:
    def make(scene: Scene) -> tuple[bytes, bytes]:
        given = scene.by_manager(prepare(render(scene.note)))
        return given, reveal(given)

    return Case(f"{reveal.__name__} (prepared)", make)


def _with_notes_allowed(attack: Attack) -> Case:
    def make(scene: Scene) -> tuple[bytes, bytes]:
        given = strangers.certified_with_notes_allowed(render(scene.note), scene.manager)
        return given, attack(given)

    return Case(f"{attack.__name__} (notes allowed)", make)


def _signed_by_poppler(scene: Scene) -> tuple[bytes, bytes]:
    """Poppler's signature does not lock the fields by itself."""
    note, signed = ((VALID / f"{name}.pdf").read_bytes() for name in ("note", "poppler-signed"))
    return note, retype(signed)


def retype(pdf: bytes) -> bytes:
    """Type another comment, as a PDF reader would."""
    return replies.answered_by_pdfjs(pdf, "I agree with all of it.")


def answer_again(pdf: bytes) -> bytes:
    """Think better of it before signing."""
    return fill(pdf, Reply(Choice.AGREE, "I agree after all."))


def untick(pdf: bytes) -> bytes:
    """Take a tick away."""
    return replies.changed(pdf, names.DISAGREE, V=pikepdf.Name.Off, AS=pikepdf.Name.Off)


def unsign(pdf: bytes) -> bytes:
    """Empty the employee's field."""
    return replies.changed(pdf, names.EMPLOYEE, V=None)


def draw_other_words(pdf: bytes) -> bytes:
    """Hold one comment and show another."""
    return replies.redrawn(pdf, "I agree with all of it.")


def exchange_answer(pdf: bytes) -> bytes:
    """Exchange a tick of the answer below the employee's signature; every byte stays in its place."""
    at = pdf.rindex(b"/V /Yes")
    return pdf[:at] + b"/V /Off" + pdf[at + 7 :]


def same(pdf: bytes) -> bytes:
    """Change nothing."""
    return pdf


_INTACT = {"outcome": Outcome.INTACT, "group": Group.VALID}
_STRANGE = {"outcome": Outcome.UNKNOWN_SIGNER, "group": Group.UNTRUSTED}

HONEST: tuple[Case, ...] = (
    _on("certified", same, arrival=Arrival.UNCHANGED, **_INTACT),
    _on("filled", same, arrival=Arrival.ANSWERED, **_INTACT),
    _on("countersigned", same, arrival=Arrival.SIGNED, **_INTACT),
    _on("filled", answer_again, arrival=Arrival.ANSWERED, **_INTACT),
    _on("certified", revisions.saved_by_another_program, arrival=Arrival.UNCHANGED, **_INTACT),
    _on("filled", revisions.nothing_new, arrival=Arrival.ANSWERED, **_INTACT),
)

_BYTES = (
    *(_on("certified", attack) for attack in attacks.IN_PLACE),
    *(_on("countersigned", attack) for attack in (*attacks.IN_PLACE, *attacks.APPENDED)),
    _on("countersigned", exchange_answer),
    *(_on("certified", attack) for attack in (*broken.BROKEN, broken.wrap_signature)),
    *(_on("certified", attack, outcome=None) for attack in broken.TORN),
)
_ANEW = (
    _on("certified", attacks.rewrite, arrival=Arrival.RESAVED),
    _on("countersigned", attacks.rewrite, arrival=Arrival.RESAVED),
    _on("certified", attacks.strip_signature, arrival=Arrival.RESAVED, outcome=Outcome.NOT_SIGNED),
)
_REVISIONS = tuple(
    _on(stage, attack) for stage in ("certified", "countersigned") for attack in (*attacks.LATER, *revisions.LATER)
)
_ANSWERS = (
    _on("countersigned", retype),
    _on("countersigned", untick),
    _on("countersigned", unsign),
    Case("retype (countersigned by poppler)", _signed_by_poppler),
    _on("filled", draw_other_words),
    _made("draw_other_words, then signed", lambda scene: scene.by_employee(draw_other_words(scene.filled))),
    *(_on("filled", forge) for forge in replies.FORGED),
)
_SIGNERS = (
    _made("signed_over_the_words", lambda scene: strangers.signed_over_the_words(scene.filled, scene.imposter)),
    _made("signed_unseen", lambda scene: strangers.signed_unseen(scene.filled, scene.imposter)),
    _made(
        "signed_by_the_manager_twice",
        lambda scene: countersign(scene.filled, Signatory(scene.manager, EMPLOYEE.name, SEALED_AT)),
    ),
    _made(
        "signed_after_expiry",
        lambda scene: countersign(scene.filled, Signatory(scene.employee, EMPLOYEE.name, strangers.LATE)),
    ),
    _made(
        "signed_by_an_imposter",
        lambda scene: scene.by_imposter(scene.filled),
        arrival=Arrival.UNKNOWN_SIGNER,
        **_STRANGE,
    ),
    _made(
        "certified_anew",
        lambda scene: strangers.certified_anew(scene.certified, Signatory(scene.imposter, MANAGER.name, SEALED_AT)),
        **_STRANGE,
    ),
    _made(
        "certified_by_an_imposter",
        lambda scene: sign(render(scene.note), Signatory(scene.imposter, MANAGER.name, SEALED_AT)),
        **_STRANGE,
    ),
)
_PREPARED = (
    *(_shadow(*shadow) for shadow in shadows.SHADOWS),
    _with_notes_allowed(attacks.cover_with_annotation),
    _with_notes_allowed(revisions.sticky_note),
)
ATTACKS = (*_BYTES, *_ANEW, *_REVISIONS, *_ANSWERS, *_SIGNERS, *_PREPARED)
CASES = (*HONEST, *ATTACKS)
