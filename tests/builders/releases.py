"""Whole releases as files, made in code."""

from __future__ import annotations

from builders import hwpx


def release_file(title: str, *paragraphs: str, department: str = "민원제도과") -> bytes:
    """An HWPX file of a release with this headline, these paragraphs and one officer."""
    header = hwpx.table([["보도시점", "2025. 3. 24.(월) 12:00"]])
    people = hwpx.table([["담당 부서", department, "책임자", "과장", "홍길동", "(044-000-0501)"]])
    body = "".join(hwpx.text(paragraph) for paragraph in paragraphs)
    return hwpx.package(
        hwpx.section(
            hwpx.text("보도자료")
            + hwpx.p(hwpx.run(header))
            + hwpx.p(hwpx.run(hwpx.table([[title]])))
            + body
            + hwpx.p(hwpx.run(people))
        )
    )
