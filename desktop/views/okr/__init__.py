"""Objectives, key results, check-ins, reflections. Nothing of a performance conversation may import it."""
