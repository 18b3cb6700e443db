"""What the OKR room and the performance room have alike: conversations, words, commitments, notes, answers."""
