"""Where things lie: the program's own resources, the user's vault, the settings file.

Resources have three homes: beside the package (source checkout), inside it (an installed wheel) and beside the
executable (a frozen build).
"""

import os
import sys
from functools import cache
from pathlib import Path

APP_NAME = "Duologue"

_SYNCED = (
    "dropbox",
    "onedrive",
    "nextcloud",
    "owncloud",
    "google drive",
    "googledrive",
    "icloud",
    "syncthing",
    "sync",
)


@cache
def resources() -> Path:
    """Return the folder that holds guides, vocabularies, themes, icons, fonts, schemas and samples."""
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    homes = [Path(frozen) / "resources"] if frozen else []
    homes += [package.parent / "resources", package / "_resources"]
    return next((home for home in homes if (home / "guides").is_dir()), homes[-1])


def default_vault() -> Path:
    """Return the vault folder used when nobody names another (`DUOLOGUE_VAULT` wins over the system's place)."""
    named = os.environ.get("DUOLOGUE_VAULT")
    return Path(named).expanduser() if named else _data_folder() / "vault"


def sample_vault() -> Path:
    """Return the folder of the sample firm, apart from anybody's own vault."""
    return _data_folder() / "sample-vault"


def exports_folder() -> Path:
    """Return the folder for PDFs that are to be handed out, beside the user's documents.

    Outside the vault: whoever opens a PDF needs no key for it, so nothing may make it look as if one did.
    """
    import platformdirs

    return platformdirs.user_documents_path() / APP_NAME


def looks_synced(folder: Path) -> bool:
    """Tell whether a folder's path names a program that copies it to other computers, where a vault can be damaged."""
    return any(part.casefold().startswith(_SYNCED) for part in folder.parts)


def own_key_file() -> Path:
    """Return the file with the key of somebody who only answers notes; a passphrase of theirs protects it."""
    return _data_folder() / "my-key.p12"


def settings_file() -> Path:
    """Return the file of the window's preferences; it never holds words of a conversation."""
    import platformdirs  # 14 ms; asked for after the first window where it can be

    return platformdirs.user_config_path(APP_NAME, appauthor=False) / "settings.toml"


def _data_folder() -> Path:
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)
