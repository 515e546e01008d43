"""Legation reads the press and keeps the diplomatic calendar that the press implies."""

__version__ = "0.1.0"
