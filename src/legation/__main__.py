"""``python -m legation`` is ``legation``."""

from legation.cli import main

main()
