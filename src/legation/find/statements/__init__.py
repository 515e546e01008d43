"""Who said what: quotations, reported speech and their sources, found but not yet resolved."""

from legation.find.statements._find import find_statements

__all__ = ["find_statements"]
