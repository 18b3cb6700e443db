"""How anything is put on paper: fonts, text, tags, pages, form fields, the frame of an archive file."""
