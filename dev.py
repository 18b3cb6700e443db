#!/usr/bin/env python3
"""Start, test, measure and pack Duologue from a fresh clone, with nothing but a Python of its own.

Usage: python3 dev.py VERB [ARGUMENTS]

  run [ARGUMENTS]          start Duologue (`run demo`: an invented firm; `run --help`: the command line)
  test [PYTEST ARGUMENTS]  style, types, architecture and behaviour: everything a change has to pass
  bench [ARGUMENTS]        measure how quick it is
  build                    pack a program that needs no Python, into dist/

What is missing is set up first, in .venv; build/setup.log tells how that went.
"""

import sys

if sys.version_info < (3, 11):  # so this file has to parse under older ones: nothing newer than 3.6 in its grammar
    sys.exit(
        "Duologue needs Python 3.11 or newer, and this is Python {}.{}; try python3.11 dev.py, or a later one.".format(
            *sys.version_info[:2]
        )
    )

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOG = ROOT / "build" / "setup.log"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
LAST_LINES = 15
USAGE = 2
UNSEEN = ("offscreen", "minimal")  # Qt's platforms that draw for nobody

# What Qt loads from the system, and who ships it: apt, dnf, pacman, zypper.
QT_LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd", "libEGL1"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd", "libGL1"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs", "krb5", "krb5"),
    "libbrotlidec.so.1": ("libbrotli1", "libbrotli", "brotli", "libbrotlidec1"),
    "libzstd.so.1": ("libzstd1", "libzstd", "zstd", "libzstd1"),
}
# … and what it needs besides to show a window under X11.
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    "libxcb-render-util.so.0": (
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
}
# Independent readers of PDF, which the tests ask for a second opinion.
TEST_TOOLS = {
    "pdfsig": ("poppler-utils", "poppler-utils", "poppler", "poppler-tools"),
    "qpdf": ("qpdf", "qpdf", "qpdf", "qpdf"),
    "mutool": ("mupdf-tools", "mupdf", "mupdf-tools", "mupdf"),
    "openssl": ("openssl", "openssl", "openssl", "openssl"),
    "softhsm2-util": ("softhsm2", "softhsm", "softhsm", "softhsm"),
}
BUILD_TOOLS = {"objdump": ("binutils", "binutils", "binutils", "binutils")}
INSTALLERS = {
    "debian": ("apt-get", "install", "-y", "--no-install-recommends"),
    "fedora": ("dnf", "install", "-y"),
    "arch": ("pacman", "-S", "--needed", "--noconfirm"),
    "suse": ("zypper", "--non-interactive", "install"),
}
FAMILIES = list(INSTALLERS)


class Trouble(Exception):
    """Something the user has to know, in one sentence; it ends the run with exit code 1."""


@dataclass(frozen=True)
class Step:
    """A part of the set-up: `needs` is what it takes care of, and a stamp remembers that it has."""

    name: str
    needs: tuple[str, ...]
    take_care: Callable[[Sequence[str]], bool]

    def done(self) -> bool:
        """Tell whether the stamp speaks of these very needs in this very environment."""
        try:
            return self._stamp().read_text(encoding="utf-8") == self._mark()
        except OSError:
            return False

    def do(self) -> None:
        """Take care of the needs; the stamp is written only when that went well."""
        if self.take_care(self.needs):
            self._stamp().write_text(self._mark(), encoding="utf-8")

    def _stamp(self) -> Path:
        return VENV / f"duologue-stamp-{self.name}"

    def _mark(self) -> str:
        told = "\n".join([*self.needs, (VENV / "pyvenv.cfg").read_text(encoding="utf-8")])
        return hashlib.sha256(told.encode()).hexdigest()


# ------------------------------------------------------------------------------------------------ the verbs


def run(arguments: list[str]) -> int:
    """Start Duologue; where no window can open, let it walk through itself instead."""
    set_up(libraries(), *screen_libraries(), packages("run"))
    if has_screen():
        return become(["-m", "desktop", *arguments])
    if opens_a_window(arguments):
        say("There is no screen here, so Duologue walks through itself and leaves what it sees in build/self-test.")
        arguments = ["self-test", "--out", str(ROOT / "build" / "self-test")]
    return become(["-m", "desktop", *arguments], QT_QPA_PLATFORM="offscreen")


def test(arguments: list[str]) -> int:
    """Run every check, even after one has failed, and sum up; 1 if any failed."""
    set_up(libraries(), tools("tools", TEST_TOOLS), packages("run"), packages("dev"))
    imports = "from importlinter.cli import lint_imports_command as check; check()"
    checks = {
        "style (ruff)": ["-m", "ruff", "check", "."],
        "format (ruff)": ["-m", "ruff", "format", "--check", "--quiet", "."],
        "types (mypy)": ["-m", "mypy"],
        "architecture (import-linter)": ["-c", imports],
        "behaviour (pytest)": ["-m", "pytest", "-n", "2", *arguments],
    }
    results = [(name, *timed(name, command)) for name, command in checks.items()]
    say("")
    for name, code, seconds in results:
        ended = f"  (ended by signal {-code})" if code < 0 else ""
        say(f"{name:<30}{'passed' if code == 0 else 'FAILED':<8}{seconds:7.1f} s{ended}")
    return 1 if any(code for _, code, _ in results) else 0


def bench(arguments: list[str]) -> int:
    """Measure."""
    set_up(libraries(), packages("run"))
    screen = {} if has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    return become(["-m", "bench", *arguments], **screen)


def build(arguments: list[str]) -> int:
    """Pack the program with its own Python into dist/duologue."""
    set_up(libraries(), tools("build-tools", BUILD_TOOLS if LINUX else {}), packages("run"), packages("build"))
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pack")]
    command = [str(venv_python()), "-m", "PyInstaller", "--noconfirm", *places, *arguments, str(ROOT / "build.spec")]
    work("Packing", command, "The program could not be packed.")
    say(f"The program is {ROOT / 'dist' / 'duologue' / ('duologue.exe' if WINDOWS else 'duologue')}.")
    return 0


VERBS = {"run": run, "test": test, "bench": bench, "build": build}


def main(arguments: list[str]) -> int:
    """Do what the first argument says and return the exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb in ("-h", "--help"):
        say(__doc__.strip())
        return 0
    if verb not in VERBS:
        complain(__doc__.strip())
        return USAGE
    try:
        return VERBS[verb](rest)
    except Trouble as trouble:
        complain(str(trouble))
        return 1
    except KeyboardInterrupt:
        complain("Stopped. The same command goes on from here.")
        return 130


# --------------------------------------------------------------------------------------- starting something


def has_screen() -> bool:
    """Tell whether a window can open where somebody sees it (QT_QPA_PLATFORM, if set, is taken to know)."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform:
        return platform not in UNSEEN
    return not LINUX or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def opens_a_window(arguments: Sequence[str]) -> bool:
    """Tell whether Duologue, started like this, would open its window: alone, or with `demo`."""
    left = list(arguments)
    while left and left[0].startswith("--vault"):
        del left[: 1 if "=" in left[0] else 2]
    return not left or (left[0] == "demo" and not {"--no-window", "--help", "-h"} & set(left))


def environment(**more: str) -> dict[str, str]:
    """Return the environment for our Python: it finds the source from any folder and keeps its byte-code."""
    env = {**os.environ, **more}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "__PYVENV_LAUNCHER__"):
        env.pop(name, None)
    if Path.cwd() != ROOT:
        env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), env.get("PYTHONPATH", "")]))
    return env


def become(arguments: list[str], **more: str) -> int:
    """Let our Python take the place of this process (on Windows: wait for it and return its exit code)."""
    command = [str(venv_python()), *arguments]
    sys.stdout.flush()
    if WINDOWS:
        return subprocess.call(command, env=environment(**more))
    os.execve(command[0], command, environment(**more))


def timed(name: str, arguments: list[str]) -> tuple[int, float]:
    """Run one check in the project's folder; return its exit code and the seconds it took."""
    say(f"\n— {name}")
    began = time.monotonic()
    env = environment(QT_QPA_PLATFORM="offscreen")
    code = subprocess.call([str(venv_python()), *arguments], cwd=ROOT, env=env)
    return code, time.monotonic() - began


# -------------------------------------------------------------------------------------------- setting it up


def set_up(*steps: Step) -> None:
    """Take care of each step that is not done yet; costs a few milliseconds when all are."""
    sound = venv_sound(*(step.name for step in steps))
    if sound and all(step.done() for step in steps):
        return
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text("", encoding="utf-8")
    if not sound:
        make_venv()
    for step in steps:
        if not step.done():
            step.do()


def libraries() -> Step:
    """Return the step for the system libraries without which Qt does not even load."""
    return Step("libraries", tuple(QT_LIBRARIES if LINUX else ()), lambda names: need_libraries(names, QT_LIBRARIES))


def screen_libraries() -> list[Step]:
    """Return the step for what an X11 screen needs besides, where there is one."""
    if not (LINUX and os.environ.get("DISPLAY")):
        return []
    return [Step("screen", tuple(X11_LIBRARIES), lambda names: need_libraries(names, X11_LIBRARIES))]


def tools(name: str, wanted: Mapping[str, Sequence[str]]) -> Step:
    """Return the step for programs that are called by their names."""
    return Step(name, tuple(wanted), lambda names: ask_for_tools(names, wanted))


def packages(group: str) -> Step:
    """Return the step for a group of Python packages: `run`, or one of pyproject's optional ones."""
    return Step(group, tuple(requirements(group)), lambda wanted: install_packages(group, wanted))


def requirements(group: str) -> list[str]:
    """Read from pyproject.toml what a group consists of."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] if group == "run" else project["optional-dependencies"][group]
    return [str(line) for line in wanted]


# ------------------------------------------------------------------------------------ Python and its packages


def venv_python() -> Path:
    """Return the interpreter of .venv."""
    return VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"


def venv_sound(*groups: str) -> bool:
    """Tell whether .venv is whole, as far as `groups` go, and the Python it was made of is still there."""
    if not venv_python().exists() or any(unfinished(group).exists() for group in groups):
        return False
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    settings = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
    return Path(settings.get("executable") or venv_python()).exists()


def unfinished(group: str) -> Path:
    """Return the mark that pip was at work on a group; who needs that group later makes .venv anew.

    Each group has its own, so that a `test` that could not be set up does not take `run` away from somebody offline.
    """
    return VENV / f"duologue-unfinished-{group}"


def make_venv() -> None:
    """Make .venv anew. Raises Trouble."""
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not install_from_system({package}, "Getting Python's own set-up tools"):
            raise Trouble(f"This Python cannot make an environment yet; run: {spelled('debian', {package})}")
    if VENV.is_symlink() or VENV.is_file():
        raise Trouble(f"{VENV} is not a folder of its own; move it away and try again.")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    work("Making a Python environment", command, "No Python environment could be made in .venv.")


def install_packages(group: str, wanted: Sequence[str]) -> bool:
    """Install packages into .venv and compile them, so that the first start is as quick as the second."""
    unfinished(group).touch()
    pip = [str(venv_python()), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--no-compile"]
    sentence = "The Python packages could not be installed; is there a way to the network from here?"
    work("Installing Python packages", [*pip, *wanted], sentence)
    places = [str(VENV / ("Lib" if WINDOWS else "lib")), str(ROOT / "desktop")]
    # some packages carry templates that are no Python yet: compileall's complaint about them means nothing
    work("Compiling them", [str(venv_python()), "-m", "compileall", "-q", "-j", "0", *places], "")
    unfinished(group).unlink()
    return True


# ------------------------------------------------------------------------------------------------ the system


def need_libraries(names: Sequence[str], packages_of: Mapping[str, Sequence[str]]) -> bool:
    """Install the system libraries that do not load. Raises Trouble with the command where we may not."""
    missing = [name for name in names if not loads(name)]
    if not missing or obtain(missing, packages_of, "Getting the libraries Qt needs"):
        return True
    raise Trouble(f"Qt needs libraries this system lacks ({', '.join(missing)}); {advice(missing, packages_of)}")


def ask_for_tools(names: Sequence[str], packages_of: Mapping[str, Sequence[str]]) -> bool:
    """Install the programs that are missing; where we may not, tell the command and go on without."""
    missing = [name for name in names if shutil.which(name) is None]
    if not missing or obtain(missing, packages_of, f"Getting {' and '.join(missing)}"):
        return True
    complain(f"{' and '.join(missing)} will be missed; {advice(missing, packages_of)}")
    return False


def loads(library: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def obtain(missing: Sequence[str], packages_of: Mapping[str, Sequence[str]], what: str) -> bool:
    """Have the system install what is missing; False where it cannot, or we may not."""
    return install_from_system({packages_of[name][0] for name in missing}, what)


def install_from_system(names: Iterable[str], what: str) -> bool:
    """Install Debian packages, as root or with a sudo that asks nothing; False where that is not possible."""
    rights = root_rights() if shutil.which("apt-get") else None
    if rights is None:
        return False
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    sentence = f"The system did not install {' '.join(sorted(names))}."
    install = [*rights, *INSTALLERS["debian"], *sorted(names)]
    if work(what, install, "", env):
        work("Asking the system for its newest list of packages", [*rights, "apt-get", "update"], "", env)
        work(what, install, sentence, env)
    return True


def root_rights() -> list[str] | None:
    """Return what to put before a command so that it runs as root, or None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None


def advice(missing: Sequence[str], packages_of: Mapping[str, Sequence[str]]) -> str:
    """Return the end of a sentence: the exact command that helps on this system."""
    if sys.platform == "darwin":
        return f"run: brew install {' '.join(sorted({packages_of[name][2] for name in missing}))}"
    family = family_of(release()) if LINUX else None
    if family is None:
        return f"please install {', '.join(missing)}."
    return "run: " + spelled(family, {packages_of[name][FAMILIES.index(family)] for name in missing})


def spelled(family: str, names: Iterable[str]) -> str:
    """Return the command that installs packages, ready to be pasted."""
    return shlex.join(["sudo", *INSTALLERS[family], *sorted(names)])


def release() -> str:
    """Return the system's description of itself, or nothing."""
    try:
        return Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return ""


def family_of(description: str) -> str | None:
    """Tell from an os-release file which kind of package a system installs, or None."""
    lines = (line.partition("=") for line in description.splitlines())
    words = " ".join(value.strip("\"'") for key, _, value in lines if key in ("ID", "ID_LIKE")).lower()
    kin = {"debian": "debian ubuntu", "fedora": "fedora rhel centos", "arch": "arch", "suse": "suse opensuse sles"}
    return next((family for family, names in kin.items() if set(names.split()) & set(words.split())), None)


# ------------------------------------------------------------------------------------------------- telling


def work(what: str, command: Sequence[str], failure: str, env: Mapping[str, str] | None = None) -> int:
    """Run a command into the log behind one line of progress.

    Returns its exit code; raises Trouble with the sentence `failure` (if there is one) and the log's last lines.
    """
    began = time.monotonic()
    with LOG.open("ab") as log:
        log.write(f"\n$ {shlex.join(command)}\n".encode())
        log.flush()
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=ROOT, env=env) as child:
            watch(child, what, began)
    if child.returncode and failure:
        told = LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
        raise Trouble("\n".join([*told, "", f"{failure} The whole story is in {LOG}."]))
    return child.returncode


def watch(child: subprocess.Popen[bytes], what: str, began: float) -> None:
    """Tell how long a child has been at it until it ends, and end it with us."""
    live = sys.stdout.isatty()
    print(f"{what} … ", end="", flush=True)
    try:
        while child.poll() is None:
            if live:
                print(f"\r{what} … {time.monotonic() - began:.0f} s", end="", flush=True)
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=0.5)
    except BaseException:
        child.kill()
        raise
    finally:
        start = f"\r{what} … " if live else ""
        say(f"{start}{time.monotonic() - began:.0f} s")


def say(sentence: str) -> None:
    """Print a line at once, before whatever a child prints next."""
    print(sentence, flush=True)


def complain(sentence: str) -> None:
    """Print a line where errors go."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
