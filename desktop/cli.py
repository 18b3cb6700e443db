"""The command line: what may be typed, and which command answers.

Exit codes: 0 good, 1 the answer is no, 2 wrong usage or input, told in one sentence on standard error. The
commands import what they need when they run, so that `--help` and `verify` are quick.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from desktop import __version__
from desktop.commands.output import BROKEN_PIPE, INTERRUPTED, WRONG, complain, speak_any_language
from desktop.i18n import _, say
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply

if TYPE_CHECKING:
    from desktop.commands.vaults import Chosen

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (None: those of the process) and return its exit code."""
    speak_any_language()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Problem as problem:
        complain(f"duologue: {say(problem)}")
        return WRONG
    except Exception as defect:
        complain("duologue: " + _("Something unexpected went wrong: {what}.").format(what=_place(defect)))
        return WRONG
    finally:
        _let_go_of_output()
    return code


def _let_go_of_output() -> None:
    """Write what is still to be written; what cannot be, Python must not try again (and fail) when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str] | None) -> int:
    try:
        parsed = _parser().parse_args(arguments)
    except SystemExit as told:  # --help and --version have printed what was asked for
        return int(told.code or 0)
    command: Command = parsed.command
    return command(parsed)


def _place(defect: Exception) -> str:
    """Return a defect and where it happened, for a report to those who can mend it."""
    last = traceback.extract_tb(defect.__traceback__)[-1]
    return f"{type(defect).__name__}: {defect} ({Path(last.filename).name}:{last.lineno})"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        """Raise Problem with the parser's sentence."""
        hint = _("“{program} --help” shows what can be typed.").format(program=self.prog)
        raise Problem(f"{message}; {hint}")


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="duologue",
        description=_("OKR and performance conversations, kept apart and signed. Without a command: opens the window."),
        epilog=_("Exit codes: 0 good, 1 the answer is no, 2 wrong usage or input."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Duologue {__version__}")
    parser.add_argument("--vault", type=Path, metavar=_("DIR"), help=_vault_help())
    parser.add_argument("--passphrase-file", type=Path, metavar=_("FILE"), help=_passphrase_help())
    parser.set_defaults(command=_window)
    commands = parser.add_subparsers(metavar=_("COMMAND"), title=_("commands"))
    talks = (_add_verify, _add_check, _add_respond, _add_list, _add_import, _add_export)
    for add in (_add_demo, _add_self_test, *talks, _add_backup, _add_restore, _add_doctor):
        add(commands)
    return parser


def _vault_help() -> str:
    return _("the folder of the vault (default: DUOLOGUE_VAULT, else your own)")


def _passphrase_help() -> str:
    return _("the passphrase is the first line of this file (default: DUOLOGUE_PASSPHRASE, else asked for)")


def _command(commands: "Commands", name: str, does: str, command: Command) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=does, allow_abbrev=False)
    # without defaults of their own, so that what is named before the command is not forgotten
    parser.add_argument("--vault", type=Path, metavar=_("DIR"), default=argparse.SUPPRESS, help=_vault_help())
    file, told = argparse.SUPPRESS, _passphrase_help()
    parser.add_argument("--passphrase-file", type=Path, metavar=_("FILE"), default=file, help=told)
    parser.set_defaults(command=command)
    return parser


def _takes_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON document"))


def _takes_filters(parser: argparse.ArgumentParser, when: str = "") -> None:
    person = when + _("only of people called like this")
    parser.add_argument("--person", default="", metavar=_("NAME"), help=person)
    kinds = [str(kind) for kind in Kind]
    parser.add_argument("--kind", default="", choices=kinds, help=when + _("only of this kind"))


def _add_demo(commands: "Commands") -> None:
    parser = _command(commands, "demo", _("make an invented small firm and open it"), _demo)
    parser.add_argument("--no-window", action="store_true", help=_("only make it"))


def _add_self_test(commands: "Commands") -> None:
    parser = _command(commands, "self-test", _("walk the whole way through the real windows"), _self_test)
    place = Path("build", "self-test")
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("DIR"),
        default=place,
        help=_("where notes and pictures go (default: {place})").format(place=place),
    )


def _add_verify(commands: "Commands") -> None:
    parser = _command(commands, "verify", _("tell who signed a file and whether it is unchanged"), _verify)
    files = _("a PDF, or a folder: every PDF in it and in the folders below it")
    parser.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=files)
    parser.add_argument(
        "--trust",
        action="append",
        type=Path,
        default=[],
        metavar=_("CERT"),
        help=_("who should have signed: a certificate, PEM or DER; may be given several times"),
    )
    _takes_json(parser)


def _add_check(commands: "Commands") -> None:
    parser = _command(commands, "check", _("tell what the writing coach notices in a text"), _check)
    text = _("a text in UTF-8 (default: standard input)")
    parser.add_argument("file", nargs="?", type=Path, metavar=_("FILE"), help=text)
    kinds = [str(kind) for kind in Kind]
    parser.add_argument("--kind", choices=kinds, required=True, help=_("the conversation that it is written for"))
    parser.add_argument("--strict", action="store_true", help=_("exit with 1 if there is a breach"))
    _takes_json(parser)


def _add_respond(commands: "Commands") -> None:
    parser = _command(commands, "respond", _("answer a note that was sent to you"), _respond)
    parser.add_argument("file", type=Path, metavar=_("FILE"))
    parser.add_argument("--choice", choices=[str(choice) for choice in Choice], help=_("what you say to the note"))
    parser.add_argument("--comment", default="", metavar=_("TEXT"), help=_("your words; needed if you disagree"))
    used = _("whether key result scores were used as a reason in the conversation")
    parser.add_argument("--scores-used", choices=["yes", "no"], help=used)
    key = _("sign with the key in this PKCS#12 file; it is made if there is none")
    parser.add_argument("--sign-as", type=Path, metavar=_("IDENTITY"), help=key)
    parser.add_argument("--name", default="", help=_("who signs (default: the employee named in the note)"))
    parser.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("where the answered copy goes"))


def _add_list(commands: "Commands") -> None:
    parser = _command(commands, "list", _("list conversations and notes"), _list)
    _takes_filters(parser)
    _takes_json(parser)


def _add_import(commands: "Commands") -> None:
    does = _("take in the record of a note (JSON, or its signed PDF), or what another manager handed over")
    parser = _command(commands, "import", does, _import)
    parser.add_argument("file", type=Path, metavar=_("FILE"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    _takes_json(parser)


def _add_export(commands: "Commands") -> None:
    parser = _command(commands, "export", _("write the signed PDF of a note, or of all"), _export)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar=_("ID"), help=_("the beginning of the id that “list” shows"))
    which.add_argument("--all", action="store_true", help=_("the newest revision of every note"))
    where = _("the folder for the file")
    parser.add_argument("--out", type=Path, required=True, metavar=_("DIR"), help=where)
    _takes_filters(parser, _("with --all: "))
    _takes_json(parser)


def _add_backup(commands: "Commands") -> None:
    parser = _command(commands, "backup", _("make an encrypted backup of the vault"), _backup)
    parser.add_argument(
        "folder", type=Path, metavar=_("DIR"), help=_("the folder that gets it, as a folder of its own")
    )
    _takes_json(parser)


def _add_restore(commands: "Commands") -> None:
    does = _("put a backup in the place of the vault, which is kept as a backup")
    parser = _command(commands, "restore", does, _restore)
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the folder that “backup” made"))
    _takes_json(parser)


def _add_doctor(commands: "Commands") -> None:
    does = _("look at the vault thoroughly: file, seals, stored PDFs, backups")
    _takes_json(_command(commands, "doctor", does, _doctor))


def _vault(typed: argparse.Namespace, ask: bool = True) -> "Chosen":
    from desktop.commands.vaults import Chosen

    return Chosen(typed.vault, typed.passphrase_file, ask)


def _window(typed: argparse.Namespace) -> int:
    from desktop.commands.starting import open_window

    return open_window(typed.vault)


def _demo(typed: argparse.Namespace) -> int:
    from desktop.commands.starting import demo

    return demo(typed.vault, window=not typed.no_window)


def _self_test(typed: argparse.Namespace) -> int:
    from desktop.commands.starting import self_test

    return self_test(typed.out)


def _verify(typed: argparse.Namespace) -> int:
    from desktop.commands.verifying import verify

    return verify(typed.files, typed.trust, _vault(typed, ask=typed.vault is not None), typed.json)


def _check(typed: argparse.Namespace) -> int:
    from desktop.commands.checking_text import check_text

    return check_text(typed.file, Kind(typed.kind), typed.json, typed.strict)


def _respond(typed: argparse.Namespace) -> int:
    from desktop.commands.responding import Signing, respond

    used = None if typed.scores_used is None else typed.scores_used == "yes"
    choice = Choice(typed.choice) if typed.choice else None
    signing = Signing(typed.sign_as, typed.name, typed.passphrase_file)
    return respond(typed.file, Reply(choice, typed.comment, used), signing, typed.out)


def _list(typed: argparse.Namespace) -> int:
    from desktop.commands.listing import show_list

    return show_list(_vault(typed), typed.person, typed.kind, typed.json)


def _import(typed: argparse.Namespace) -> int:
    from desktop.commands.importing import import_file

    return import_file(_vault(typed), typed.file, typed.dry_run, typed.json)


def _export(typed: argparse.Namespace) -> int:
    from desktop.commands.exporting import export_note, export_notes

    if typed.all:
        return export_notes(_vault(typed), typed.person, typed.kind, typed.out, typed.json)
    if typed.person or typed.kind:
        raise Problem("“--person” and “--kind” choose among all notes; write “--all” instead of an id.")
    return export_note(_vault(typed), typed.id, typed.out, typed.json)


def _backup(typed: argparse.Namespace) -> int:
    from desktop.commands.keeping import back_up

    return back_up(_vault(typed), typed.folder, typed.json)


def _restore(typed: argparse.Namespace) -> int:
    from desktop.commands.keeping import bring_back

    return bring_back(typed.file, typed.vault, typed.passphrase_file, typed.json)


def _doctor(typed: argparse.Namespace) -> int:
    from desktop.commands.keeping import look_at

    return look_at(_vault(typed), typed.json)
