"""Reading is pure: the same bytes, date and rules give the same record, byte for byte, in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from legation.api import read_page
from legation.publish.record import decode, encode
from legation.records import Page


def in_another_process(paths: list[Path], hash_seed: str, folder: Path) -> list[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [sys.executable, "-m", "legation", "read", "--json", *map(str, paths)]
    ran = subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=True)
    return ran.stdout.splitlines()


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_gives_the_same_bytes(examples: Path, tmp_path: Path, hash_seed: str) -> None:
    paths = sorted(examples.iterdir())
    here = [encode(read_page(Page(source=str(p), content=p.read_bytes()))) for p in paths]
    assert in_another_process(paths, hash_seed, tmp_path) == here


def test_a_record_survives_its_json(examples: Path) -> None:
    for path in sorted(examples.iterdir()):
        record = read_page(Page(source=str(path), content=path.read_bytes()))
        assert decode(encode(record)) == record
