"""The performance room: its tables, stores, and the published facts it may read. It may not import the OKR room."""
