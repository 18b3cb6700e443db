"""What is held about a person: shown, erased, kept for a time, handed to another manager."""
