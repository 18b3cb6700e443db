"""Signatures and answers written into a file, with what is drawn for them, and timestamps."""
