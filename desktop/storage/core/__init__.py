"""The common room: people, the firm, its policy and scale, whom to trust, the rights of the person."""
