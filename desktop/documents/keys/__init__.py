"""Keys and certificates: made, kept in files and tokens, and how pyHanko signs with them."""
