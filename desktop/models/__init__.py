"""Values and rules of the two conversations; standard library only."""
