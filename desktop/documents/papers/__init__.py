"""What is put on paper: notes, preparation sheets, the policy, the recovery key, what is held about a person."""
