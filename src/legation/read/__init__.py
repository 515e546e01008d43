"""Bytes -> Article. Furniture is dropped here; the text is final from here on, and every span indexes it."""

from legation.read.page import LARGEST_PAGE, LARGEST_TEXT, article

__all__ = ["LARGEST_PAGE", "LARGEST_TEXT", "article"]
