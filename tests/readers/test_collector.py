from __future__ import annotations

import gc
import os
import threading

import pytest
from builders import hwp5, hwpx
from olefile import OleFileIO

from hwpextract import read
from hwpextract.readers.collector import collector_at_rest
from hwpextract.readers.gathering import Gathering


def test_the_collector_rests_inside_and_works_again_behind() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"), collector_at_rest():
        raise ValueError("no")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_who_comes_second_does_not_make_it_rest_longer() -> None:
    inside, done = threading.Event(), threading.Event()

    def other() -> None:
        with collector_at_rest():
            inside.set()
            done.wait(10)

    with collector_at_rest():
        thread = threading.Thread(target=other)
        thread.start()
        assert inside.wait(10)
    assert gc.isenabled()
    done.set()
    thread.join()
    assert gc.isenabled()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # of threads, from Python 3.12 on
def test_a_process_that_is_forked_off_meanwhile_has_a_collector() -> None:
    with collector_at_rest():
        child = os.fork()
        if not child:
            os._exit(0 if gc.isenabled() else 1)
    assert os.waitpid(child, 0)[1] == 0


BULLET = '<hh:paraPr id="1"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>'
DOCUMENTS = [
    hwp5.document(hwp5.paragraph("가", shape=0), docinfo=hwp5.para_shape(3, definition=1)),
    hwpx.package(
        hwpx.section(hwpx.p(hwpx.run(hwpx.t("가")), shape=1)), parts={"Contents/header.xml": hwpx.header(BULLET)}
    ),
]


@pytest.mark.parametrize("data", DOCUMENTS, ids=["hwp5", "hwpx"])
def test_a_document_read_leaves_nothing_for_the_collector(data: bytes) -> None:
    gc.disable()
    try:
        before = parts_of_readers()
        document = read(data)
        assert (document.text, parts_of_readers() - before) == ("● 가", set())
    finally:
        gc.enable()


def parts_of_readers() -> set[int]:
    """What readers work with, as far as it is in memory still."""
    return {id(each) for each in gc.get_objects() if isinstance(each, Gathering | OleFileIO)}
