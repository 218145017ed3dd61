"""On a local cluster of several nodes; takes a minute, so it runs where somebody installed the extra `ray`."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders.releases import release_file

pytest.importorskip("ray.data", reason="the extra ray is not installed")

import ray
import ray.data
from ray.cluster_utils import Cluster

from hwpextract.batch import Progress, run
from hwpextract.batch.reading import row_of
from hwpextract.integrations.ray import extract_batch, read_on_cluster

pytestmark = [pytest.mark.filterwarnings("default"), pytest.mark.timeout(600)]
FILES = 200


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of three nodes on this machine."""
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ray") / "crawl"
    folder.mkdir()
    for number in range(FILES):
        title, body = f"제{number}호 시설을 새로 한다", f"{number}번 시설을 새로 한다고 밝혔다. " * (number + 1)
        (folder / f"{number:03}.hwpx").write_bytes(release_file(title, body))
    (folder / "bad.hwp").write_bytes(b"nothing " * 50)
    shutil.copy(folder / "001.hwpx", folder / "twin.hwpx")
    with zipfile.ZipFile(folder / "packed.zip", "w") as packed:
        packed.writestr("가.hwpx", release_file("가나 시설을 새로 한다", "시설을 새로 한다고 밝혔다."))
    return folder


def rows(database: Path) -> set[tuple[object, ...]]:
    db = sqlite3.connect(database)
    found = set(db.execute("SELECT * FROM entry"))
    db.close()
    return found


def test_the_rows_are_those_of_this_machine_though_a_node_dies(cluster: Any, crawl: Path, tmp_path: Path) -> None:
    victims = [cluster.add_node(num_cpus=1) for _ in range(2)]
    cluster.wait_for_nodes()

    def kill(progress: Progress) -> None:
        if progress.done > FILES // 4 and len(victims) == 2:
            cluster.remove_node(victims.pop(), allow_graceful=False)

    run([str(crawl)], tmp_path / "ray.db", engine=read_on_cluster, workers=3, on_progress=kill)
    assert len(victims) == 1
    here = lambda jobs, settings, _: (row_of(job, settings) for job in jobs)  # noqa: E731 - typed by `run`
    run([str(crawl)], tmp_path / "local.db", engine=here)
    assert rows(tmp_path / "ray.db") == rows(tmp_path / "local.db")
    assert len(rows(tmp_path / "ray.db")) == FILES + 4


@pytest.mark.usefixtures("cluster")
def test_ray_data(crawl: Path) -> None:
    files = ray.data.read_binary_files(str(crawl), include_paths=True)
    found = files.map_batches(extract_batch, batch_format="pyarrow", batch_size=16).take_all()
    assert len(found) == FILES + 3
    assert {row["status"] for row in found} == {"read", "failed"}
    assert sum(row["title"] == "제7호 시설을 새로 한다" for row in found) == 1
