"""What import-linter cannot say about the architecture, and a guard against one defect of Qt's binding."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop"
HEAVY = (
    "sqlalchemy", "sqlcipher3", "reportlab", "pyhanko", "pikepdf", "pypdfium2", "cryptography", "lxml", "aiohttp",
    "keyring", "PIL", "numpy", "jsonschema",
)  # fmt: skip
FORBIDDEN_WORDS = ("okr", "key_result", "objective", "publishing")


def modules() -> dict[str, Path]:
    """Return every module of the program by its dotted name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def wall() -> dict[str, list[str]]:
    """Return the contract that keeps performance conversations apart."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = [one for one in settings["tool"]["importlinter"]["contracts"] if one["name"].startswith("The wall")]
    return contract  # type: ignore[no-any-return]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def loaded_by(*names: str) -> set[str]:
    """Return the top-level packages that a fresh Python holds after importing modules."""
    script = f"import sys; import {', '.join(names)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_every_module_about_performance_is_behind_the_wall() -> None:
    behind = wall()["source_modules"]
    about = {name for name in modules() if "performance" in name}
    assert about
    assert not {name for name in about if not _within(name, behind)}


ON_BOTH_SIDES = {
    "desktop.flows.sample.firm",
    "desktop.flows.sample.talks",
    "desktop.flows.people.stating",  # a person's rights
    "desktop.storage.vault",
    "desktop.presenters.people.person",  # starts both talks, and shows what is neither score nor rating
}
"""What puts the sides together and serves no conversation itself."""


def test_whatever_names_what_a_side_holds_belongs_to_it_or_puts_both_together() -> None:
    """A new module that imports one side's values has to be given its place in the contract."""
    contract = wall()
    placed = [*contract["source_modules"], *contract["forbidden_modules"], *ON_BOTH_SIDES]
    held = {
        "desktop.models.performance",
        "desktop.storage.performance.evidence",
        "desktop.storage.performance.facts",
        "desktop.models.pay",
    }
    held |= {
        "desktop.models.okr",
        "desktop.models.publishing",
        "desktop.models.figures",
        "desktop.storage.okr.okrs",
    }
    named = {name for name, path in modules().items() if held & _imported(path)}
    assert not {name for name in named if not _within(name, placed)}
    assert named >= ON_BOTH_SIDES


def _within(name: str, places: Iterable[str]) -> bool:
    """Tell whether a module is one of `places` or lies in a package among them."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def _imported(path: Path) -> set[str]:
    found = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)]
    return {str(node.module) for node in found}


def test_every_module_about_key_results_or_publishing_is_beyond_the_wall() -> None:
    about = {name for name in modules() if any(word in name for word in FORBIDDEN_WORDS)}
    assert about
    assert not {name for name in about if not _within(name, wall()["forbidden_modules"])}


def test_models_need_nothing_but_the_standard_library() -> None:
    for name, path in modules().items():
        if not name.startswith("desktop.models"):
            continue
        for node in ast.walk(tree(path)):
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{name}: a relative import"
            for wanted in imported(node):
                inside = wanted.startswith("desktop.models")
                assert inside or wanted.partition(".")[0] in sys.stdlib_module_names, f"{name} imports {wanted}"


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def test_no_star_imports() -> None:
    places = [ROOT / name for name in ("desktop", "tests", "bench")]
    for path in [ROOT / "dev.py", *(found for place in places for found in place.rglob("*.py"))]:
        for node in ast.walk(tree(path)):
            assert not (isinstance(node, ast.ImportFrom) and node.names[0].name == "*"), path


def test_presenters_live_without_qt() -> None:
    names = sorted(name for name in modules() if name.startswith("desktop.presenters"))
    assert "PySide6" not in loaded_by(*names)


def test_the_first_window_waits_for_nothing_heavy() -> None:
    loaded = loaded_by("desktop.cli", "desktop.commands.starting", "desktop.app.program", "desktop.views.main_window")
    assert "PySide6" in loaded
    assert loaded & set(HEAVY) == set()


def test_qt_does_not_lose_references_to_none() -> None:
    """PySide6 6.12.0 gives one reference to None away with each call that returns nothing, until Python aborts.

    From Python 3.12 on, None is immortal: nothing can be lost there.
    """
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("a")
    assert before - sys.getrefcount(None) < 5
