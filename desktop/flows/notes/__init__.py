"""Sealed notes: written out, handed over, answered, coming back, imported."""
