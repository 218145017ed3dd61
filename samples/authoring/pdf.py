"""A release as PDF, printed by Chromium with the Nanum fonts (both from the distribution)."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")


def write_pdf(folder: Path) -> None:
    """Print `source.html` to `release.pdf`; the day of printing is replaced by a fixed one."""
    with TemporaryDirectory() as profile:
        target = Path(profile) / "release.pdf"
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                f"--user-data-dir={profile}/profile",
                f"--print-to-pdf={target}",
                (folder / "source.html").as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        printed = target.read_bytes()
    (folder / "release.pdf").write_bytes(_DATE.sub(rb"\g<1>20260101000000", printed))
