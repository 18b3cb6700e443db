"""Types without end into the vault named on the command line and prints each number that was acknowledged."""

import os
import sys
from pathlib import Path

from desktop.models.guide import Kind
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import answer_of


def main() -> None:
    """Type until killed."""
    vault = Vault.open(Path(sys.argv[1]), VAULT_KEY)
    typed = int(sys.argv[2])
    while True:
        typed += 1
        for kind in Kind:
            vault.writer.save_answer(kind, answer_of(text=f"{typed} " + "x" * (typed % 3000)))
        if vault.writer.flush(10):
            os.write(1, f"{typed}\n".encode())


if __name__ == "__main__":
    main()
