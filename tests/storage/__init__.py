"""The vault in real files."""
