"""Passwords: argon2id, and the same time for an account that does not exist."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from legation.errors import UsageError

SHORTEST = 10
LONGEST = 256
_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """The argon2id hash to keep. Raises UsageError where the password is too short or absurdly long."""
    if len(password) < SHORTEST:
        raise UsageError(f"the password needs at least {SHORTEST} characters")
    if len(password) > LONGEST:
        raise UsageError(f"the password may have at most {LONGEST} characters")
    return _HASHER.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether a password is the one behind a hash. Takes as long where there is no account (``kept`` is None)."""
    try:
        _HASHER.verify(kept if kept is not None else _nobody(), password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _nobody() -> str:
    return _HASHER.hash("nobody has this password")
