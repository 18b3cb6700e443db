"""The recovery sheet, read by a program that is not ours."""

import subprocess
from datetime import date
from pathlib import Path

from desktop.flows.vault.recovery_sheets import save_sheet
from desktop.storage.keys.recovery import groups, read
from tests.keys import PASSPHRASE, VAULT_KEY


def test_the_sheet_is_one_page_from_which_the_key_can_be_read(tmp_path: Path) -> None:
    path = save_sheet(VAULT_KEY, tmp_path / "Recovery key.pdf", date(2026, 11, 20))
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert told.count("\f") == 1
    words = told.split()
    found = [words[words.index(f"{number}.") + 1] for number in range(1, 10)]
    assert tuple(found) == groups(VAULT_KEY) and read("".join(found)) == VAULT_KEY
    assert VAULT_KEY.mark in told and "20 Nov 2026" in told
    assert PASSPHRASE not in told
