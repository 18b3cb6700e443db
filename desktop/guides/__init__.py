"""From guide files to guides: what may be asked is data, checked before anyone is asked it."""
