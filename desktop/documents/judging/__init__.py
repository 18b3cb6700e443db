"""What a file is, says and is worth: signatures, changes, records, answers, pictures of its pages."""
