"""Look for gaps and overlaps in a who's who: ``python scripts/check_whoswho.py [FILE]`` (else the starter file)."""

from __future__ import annotations

import sys
from pathlib import Path

from legation.errors import RulesError
from legation.rules.whoswho import gaps_and_overlaps, read_whos_who, whos_who


def main(arguments: list[str]) -> int:
    try:
        known = read_whos_who(Path(arguments[0])) if arguments else whos_who()
    except RulesError as error:
        print(error, file=sys.stderr)
        return 1
    problems = gaps_and_overlaps(known)
    for line in problems:
        print(line)
    print(f"{len(known)} holders, {len(problems)} gaps and overlaps")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
