"""Mentions -> claims: who is meant, which day; or an abstention with its reason."""
