"""Keys, certificates, the firm’s root, time stamps."""
