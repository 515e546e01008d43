"""Statements as found -> statements as meant: who speaks, on which day, to whom, in which register."""

from legation.resolve.statements._once import told_once
from legation.resolve.statements._resolve import resolve_statements

__all__ = ["resolve_statements", "told_once"]
