"""Evidence, preparation, the four questions, role expectations. It may not import the OKR side."""
