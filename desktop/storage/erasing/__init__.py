"""Erasing for good, so that it can be replayed on every copy."""
