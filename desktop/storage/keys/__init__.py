"""The ways to the vault’s key: passphrase, recovery key, the computer’s key store."""
