"""The vault: one file with three rooms, where every word of both conversations rests."""
