"""Opens the vault in the folder that is named, says so, and holds it until it is killed or its input ends."""

import sys
from pathlib import Path

from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY

vault = Vault.open(Path(sys.argv[1]), VAULT_KEY)
print("held", flush=True)
sys.stdin.read()
vault.close()
