"""Annotated text -> mentions. Finding never resolves: it says what stands there, not who or which day is meant."""
