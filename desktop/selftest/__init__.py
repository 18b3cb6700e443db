"""The journey every user makes, walked by the program itself through its real windows."""
