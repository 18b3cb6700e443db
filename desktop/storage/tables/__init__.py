"""The tables that several rooms have or share, and the kinds of columns."""
