"""A release from `structure.json` as HWPX in the ministries' form, written by korean-report-hwpx (MIT) with its measured layouts."""

from __future__ import annotations

import json
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from korean_report_hwpx.server import build_document


def write_ministry(folder: Path) -> None:
    """Write `release.hwpx`; the same structure always gives the same bytes."""
    structure = json.loads((folder / "structure.json").read_text("utf-8"))
    ministry, logo = structure.pop("ministry"), folder.parent / "logo.png"
    random.seed(folder.name)  # the library numbers its objects at random
    with TemporaryDirectory() as temporary:
        made = Path(temporary) / "release.hwpx"
        build_document(structure, "press_release", ministry, str(made), logo_path=str(logo))
        _copy_undated(made, folder / made.name)


def _copy_undated(made: Path, target: Path) -> None:
    """Copy an archive with the same date, that of the oldest possible, on each of its entries."""
    with ZipFile(made) as source, ZipFile(target, "w") as copy:
        for entry in source.infolist():
            undated = ZipInfo(entry.filename)
            undated.compress_type = entry.compress_type
            copy.writestr(undated, source.read(entry))
