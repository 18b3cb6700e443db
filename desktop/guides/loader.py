"""Guide files (TOML) to guides: the shipped ones and a firm's own, which may replace them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.guides.reading import toml_of
from desktop.guides.shape import guide_of
from desktop.guides.table import GuideProblem, Table
from desktop.i18n import _
from desktop.models.guide import Guide, Kind, Stage


@dataclass(frozen=True, slots=True)
class GuideShelf:
    """All guides by id, shipped ones first, and what is wrong with the files that were left out."""

    guides: Mapping[str, Guide]
    problems: tuple[GuideProblem, ...]

    def for_stage(self, kind: Kind, stage: Stage) -> tuple[Guide, ...]:
        """Return the guides to choose from for one stage."""
        return tuple(guide for guide in self.guides.values() if (guide.kind, guide.stage) == (kind, stage))


def load_guides(folders: Sequence[Path]) -> GuideShelf:
    """Return the guides of all folders; a missing folder is an empty one.

    A guide of a later folder replaces that of an earlier one with the same id. A file with a fault is left
    out and its problem kept, so that a typo in one guide does not stop the others.
    """
    guides: dict[str, Guide] = {}
    problems: list[GuideProblem] = []
    for folder in folders:
        own: set[str] = set()
        for path in _guide_files(folder):
            try:
                guide = load_guide(path)
                _check_place(path.name, guide, guides, own)
            except GuideProblem as problem:
                problems.append(problem)
            else:
                guides[guide.id] = guide
                own.add(guide.id)
    return GuideShelf(guides, tuple(problems))


def load_guide(path: Path) -> Guide:
    """Return the guide in the file `path`; raise GuideProblem, naming file and key, if it is faulty."""
    return guide_of(Table(path.name, "", toml_of(path)))


def _guide_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))


def _check_place(file: str, guide: Guide, guides: Mapping[str, Guide], own: set[str]) -> None:
    if guide.id in own:
        sentence = _("“{id}” is the id of another guide in this folder.")
        raise GuideProblem(file, "id", sentence.format(id=guide.id))
    other = guides.get(guide.id)
    if other and (other.kind, other.stage) != (guide.kind, guide.stage):
        sentence = _("the guide “{id}” is for {kind}, {stage}; give yours an id of its own.")
        raise GuideProblem(file, "id", sentence.format(id=guide.id, kind=other.kind, stage=other.stage))
