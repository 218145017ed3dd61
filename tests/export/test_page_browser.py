"""The page in a real browser, where Chromium and playwright are there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

import hwpextract

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SAMPLE = Path(__file__).parents[2] / "samples" / "interior-2025" / "release.hwpx"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as engine:
        yield engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(hwpextract.to_html(hwpextract.extract(SAMPLE)), "utf-8")
    return path.as_uri()


def opened(
    browser: Browser, address: str, width: int = 1400, colours: Literal["light", "dark"] = "light"
) -> tuple[Page, list[str]]:
    """The page, and what the browser complains of."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    return page, complaints


def luminance(page: Page, selector: str, style: str) -> float:
    """Lightness of a colour of an element, 0 to 255."""
    colour = page.eval_on_selector(selector, f"one => getComputedStyle(one).{style}")
    red, green, blue = (int(value) for value in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return (red + green + blue) / 3


def test_a_click_on_a_field_lights_up_its_evidence(browser: Browser, address: str) -> None:
    page, complaints = opened(browser, address)
    assert page.locator(":target").count() == 0
    page.get_by_role("link", name="담당자", exact=True).click()
    lit = page.locator(":target")
    assert "044-000-0501" in lit.inner_text()
    assert lit.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.wait_for_function("() => document.querySelector(':target').getBoundingClientRect().top < innerHeight")
    assert complaints == []


def test_fields_stand_beside_the_document_on_a_wide_screen_and_above_it_on_a_phone(
    browser: Browser, address: str
) -> None:
    for width, beside in ((1400, True), (390, False)):
        page, _ = opened(browser, address, width)
        fields, story = (page.locator(name).bounding_box() for name in ("aside", "main"))
        assert fields
        assert story
        assert (fields["x"] + fields["width"] <= story["x"]) is beside
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark_follow_the_reader(browser: Browser, address: str) -> None:
    light, _ = opened(browser, address)
    dark, _ = opened(browser, address, colours="dark")
    assert luminance(light, "main", "backgroundColor") > 200 > 60 > luminance(light, "main", "color")
    assert luminance(dark, "main", "backgroundColor") < 60 < 200 < luminance(dark, "main", "color")


def test_nothing_is_loaded_and_no_script_runs(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page_text = hwpextract.to_html(hwpextract.extract(SAMPLE))
    attack = '<script>document.title="run"</script><img src="https://example.invalid/a.png"></article>'
    path.write_text(page_text.replace("</article>", attack), "utf-8")
    loaded: list[str] = []
    page = browser.new_page()
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto(path.as_uri())
    assert page.title() == "퇴근길 편의점에서 주민등록등본 뗀다"
    assert loaded == [path.as_uri()]
