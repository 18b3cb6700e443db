"""The steps that lead older vaults up to now, each as it was written then."""
