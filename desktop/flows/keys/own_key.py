"""The key of somebody who only answers notes: in a file of their own, opened by a passphrase only they know."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop.documents.keys.identity import make_identity
from desktop.documents.keys.pkcs12 import read_pkcs12, write_pkcs12
from desktop.flows.filing import drafted, saving_to, take_name
from desktop.flows.keys.checking import read_file
from desktop.models.identity import Identity
from desktop.models.people import Person


def own_identity(file: Path, name: str, passphrase: str, moment: datetime) -> Identity:
    """Return the identity in `file`; made now, for `name`, if there is no such file yet.

    Raises Problem for a wrong or a too short passphrase, for a file that holds no key, or if the folder does not take
    the new one.
    """
    person = Person("", name)
    if file.exists():
        return read_pkcs12(read_file(file), passphrase, person.uid, moment)
    made = replace(make_identity(person, moment), person_uid=person.uid)
    _keep(file, write_pkcs12(made, name, passphrase))
    return made


def _keep(file: Path, data: bytes) -> None:
    """Write a new key file, whole or not at all, for its owner's eyes alone."""
    with saving_to(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
    with drafted(file.parent, data) as draft:
        with saving_to(file.parent):
            draft.chmod(0o600)
        take_name(draft, file)
