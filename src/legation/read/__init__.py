"""Bytes -> Article: main text, title, date, section; furniture dropped."""
