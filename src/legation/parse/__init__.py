"""The parser's adapter: final text -> Annotation. No spaCy object leaves this folder."""

from legation.parse._spacy import SpacyParser, default_parser

__all__ = ["SpacyParser", "default_parser"]
