"""The bootstrap, without setting anything up: what it would do, and what it says."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "dev.py"


def dev_run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("typed", [[], ["frobnicate"], ["Run"]])
def test_an_unknown_verb_gets_the_usage_and_2(typed: list[str]) -> None:
    done = dev_run(*typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert all(verb in done.stderr for verb in dev.VERBS)


def test_help_is_no_error() -> None:
    done = dev_run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "test [PYTEST ARGUMENTS]" in done.stdout


def test_an_older_python_is_told_in_one_sentence() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))
    as_older = "import sys; sys.version_info = (3, 9, 2); exec(compile(open(sys.argv[1]).read(), 'dev.py', 'exec'))"
    done = subprocess.run([sys.executable, "-c", as_older, str(SCRIPT)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9" in done.stderr


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("", True),
        ("demo", True),
        ("--vault somewhere", True),
        ("--vault somewhere demo", True),
        ("--vault=somewhere", True),
        ("demo --no-window", False),
        ("verify note.pdf", False),
        ("--vault somewhere list", False),
        ("--version", False),
        ("nonsense", False),
    ],
)
def test_only_the_window_and_demo_need_a_screen(typed: str, opens: bool) -> None:
    assert dev.opens_a_window(typed.split()) is opens


def test_a_screen_is_what_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.has_screen() is not dev.LINUX
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not dev.has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "vnc:size=800x600")
    assert dev.has_screen()


def test_each_group_is_read_from_pyproject() -> None:
    assert any(line.startswith("PySide6-Essentials") for line in dev.requirements("run"))
    assert any(line.startswith("pytest-xdist") for line in dev.requirements("dev"))
    assert [line.partition(">")[0] for line in dev.requirements("build")] == ["pyinstaller"]


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like an environment of this very Python."""
    place = tmp_path / ".venv"
    monkeypatch.setattr(dev, "VENV", place)
    monkeypatch.setattr(dev, "LOG", tmp_path / "build" / "setup.log")
    dev.venv_python().parent.mkdir(parents=True)
    dev.venv_python().touch()
    (place / "pyvenv.cfg").write_text(f"version = 3.11.9\nexecutable = {sys.executable}\n")
    return place


def test_a_step_is_done_once_until_its_needs_or_python_change(venv: Path) -> None:
    cared: list[tuple[str, ...]] = []

    def care(needs: object) -> bool:
        cared.append(tuple(needs))  # type: ignore[call-overload]
        return True

    for _ in range(2):
        dev.set_up(dev.Step("run", ("one",), care))
    assert cared == [("one",)]
    dev.set_up(dev.Step("run", ("one", "two"), care))
    assert cared == [("one",), ("one", "two")]
    (venv / "pyvenv.cfg").write_text(f"version = 3.12.1\nexecutable = {sys.executable}\n")
    dev.set_up(dev.Step("run", ("one", "two"), care))
    assert len(cared) == 3


def test_a_step_that_did_not_succeed_comes_again(venv: Path) -> None:
    step = dev.Step("tools", ("qpdf",), lambda needs: False)
    dev.set_up(step)
    assert not step.done()


def test_an_environment_is_sound_only_when_whole(venv: Path) -> None:
    assert dev.venv_sound("run", "dev")
    dev.unfinished("dev").touch()
    assert not dev.venv_sound("run", "dev")
    assert dev.venv_sound("run"), "what only the tests need must not stop the program"
    dev.unfinished("run").touch()
    assert not dev.venv_sound("run")
    dev.unfinished("run").unlink()
    (venv / "pyvenv.cfg").write_text("executable = /gone/python3.11\n")
    assert not dev.venv_sound("run")


def test_a_failing_command_shows_its_last_lines(venv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dev.LOG.parent.mkdir()
    noisy = "print(*range(100), sep='\\n'); raise SystemExit(3)"
    with pytest.raises(dev.Trouble) as caught:
        dev.work("Counting", [sys.executable, "-c", noisy], "It went wrong.")
    lines = str(caught.value).splitlines()
    assert lines[-3:] == ["99", "", f"It went wrong. The whole story is in {dev.LOG}."]
    assert "50" not in lines
    assert "50" in dev.LOG.read_text().splitlines()
    assert capsys.readouterr().out.startswith("Counting … ")
    assert dev.work("Counting", [sys.executable, "-c", noisy], "") == 3


def test_a_missing_library_is_noticed() -> None:
    assert not dev.loads("libsurely-not-there.so.7")
    assert not dev.LINUX or dev.loads("libc.so.6")


@pytest.mark.parametrize(
    ("description", "family"),
    [
        ("ID=debian\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=manjaro\nID_LIKE=arch\n", "arch"),
        ('ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', "suse"),
        ("ID=nixos\n", None),
        ("", None),
    ],
)
def test_a_system_is_known_by_its_kin(description: str, family: str | None) -> None:
    assert dev.family_of(description) == family


def test_the_advice_can_be_pasted() -> None:
    assert dev.spelled("fedora", {"qpdf", "mesa"}) == "sudo dnf install -y mesa qpdf"
    assert dev.spelled("debian", {"libegl1"}) == "sudo apt-get install -y --no-install-recommends libegl1"


def test_every_library_and_tool_has_a_package_for_each_kind_of_system() -> None:
    for table in (dev.QT_LIBRARIES, dev.X11_LIBRARIES, dev.TEST_TOOLS, dev.BUILD_TOOLS):
        assert {len(names) for names in table.values()} == {len(dev.FAMILIES)}


def test_byte_code_is_kept_and_the_source_found_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.chdir(tmp_path)
    env = dev.environment(QT_QPA_PLATFORM="offscreen")
    assert "PYTHONDONTWRITEBYTECODE" not in env
    assert env["PYTHONPATH"].split(dev.os.pathsep)[0] == str(ROOT)
    assert env["QT_QPA_PLATFORM"] == "offscreen"
