"""The writing coach: what a manager writes, the kind of conversation and the firm's own names → findings.

Pure functions by rules that explain themselves. It is an assistant, not the wall: it misses cases, and says so.
"""
