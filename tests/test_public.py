"""What modules offer in ``__all__`` is there, and the package offers nothing else by accident."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import legation

MODULES = sorted(
    m.name
    for m in pkgutil.walk_packages(legation.__path__, "legation.")
    if "migrations" not in m.name and not m.name.endswith("__main__")
)


@pytest.mark.parametrize("name", ["legation", *MODULES])
def test_every_offered_name_is_there(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("legation"):
            raise
        pytest.skip(f"needs {missing.name}, an extra that is not installed")
    offered = getattr(module, "__all__", [])
    assert [n for n in offered if not hasattr(module, n)] == []
    assert len(set(offered)) == len(offered)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = legation.nothing_like_it
