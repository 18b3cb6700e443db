"""The key file beside the vault: the vault's key in one or more wrappings, and nothing that opens any of them.

There is no copy of the file before: it would still open with the passphrase that was just changed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.durable import replace_file
from desktop.models.note import canonical
from desktop.models.problems import Problem
from desktop.storage.keys.wrapping import Cost, Slot

KEY_FILE = "vault.key"

_FORMAT = 1
_LARGEST = 64 * 1024
"""Bytes; a key file has about five hundred."""


class DamagedKeyFile(Problem):
    """The key file is missing or was changed; the recovery key is the way in."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The ways to one key: `mark` tells which (`VaultKey.mark`); one slot of each kind at most."""

    mark: str
    slots: tuple[Slot, ...] = ()

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of this kind."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, slot: Slot) -> "KeyFile":
        """Return the file with this slot in place of the one of its kind."""
        return KeyFile(self.mark, (*self.without(slot.kind).slots, slot))

    def without(self, kind: str) -> "KeyFile":
        """Return the file without the slot of this kind."""
        return KeyFile(self.mark, tuple(slot for slot in self.slots if slot.kind != kind))


def read_key_file(folder: Path) -> KeyFile:
    """Return the key file of the vault in `folder`; raise DamagedKeyFile if it cannot be trusted to be as written."""
    path = folder / KEY_FILE
    try:
        with path.open("rb") as file:
            return _read(file.read(_LARGEST))
    except FileNotFoundError as fault:
        sentence = "The vault's key file {path} is missing; unlock with your recovery key."
        raise DamagedKeyFile(sentence, path=path) from fault
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise Problem("The vault's key file {path} cannot be read: {reason}.", path=path, reason=reason) from fault
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise DamagedKeyFile(
            "The vault's key file {path} is damaged; unlock with your recovery key.", path=path
        ) from fault


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Write the key file, whole or not at all; raise OSError if the disk refuses."""
    told = {"format": _FORMAT, "mark": file.mark, "slots": [_data(slot) for slot in file.slots]}
    told["sha256"] = _digest(told)
    replace_file(folder / KEY_FILE, json.dumps(told, indent=1).encode() + b"\n")


def _read(content: bytes) -> KeyFile:
    told = json.loads(content)
    if told.pop("sha256") != _digest(told) or told["format"] != _FORMAT:
        raise ValueError("not as it was written")
    return KeyFile(str(told["mark"]), tuple(_slot(data) for data in told["slots"]))


def _digest(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(told)).hexdigest()


def _data(slot: Slot) -> Mapping[str, Any]:
    cost = slot.cost and {"memory_kib": slot.cost.memory_kib, "passes": slot.cost.passes, "lanes": slot.cost.lanes}
    return {
        "kind": slot.kind,
        "kdf": "argon2id" if cost else "none",
        "cost": cost,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _slot(data: Mapping[str, Any]) -> Slot:
    salt, nonce, wrapped = (bytes.fromhex(data[name]) for name in ("salt", "nonce", "wrapped"))
    return Slot(str(data["kind"]), nonce, wrapped, salt, Cost(**data["cost"]) if data["cost"] else None)
