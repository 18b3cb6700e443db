"""Whose key signs, who is trusted, and whether a file can be."""
