"""The OKR room: its tables, stores and what is searched in it. Nothing of a performance conversation may import it."""
