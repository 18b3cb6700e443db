"""Sealed notes: reading, verifying, answering, what came back."""
