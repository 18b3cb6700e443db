"""What a performance conversation stands on, and its preparation. It may not import the OKR side."""
