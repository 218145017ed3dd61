import pytest

from hwpextract.readers.guides import guide_of, is_guide


@pytest.mark.parametrize(
    ("command", "guide"),
    [
        ("Clickhere:set:41:Direction:wstring:5:내용 입력HelpState:wstring:0: ", "내용 입력"),
        ("Clickhere:set:41:Direction:wstring:0:HelpState:wstring:0: ", ""),
        ("Clickhere:set:41:Direction:wstring:999:내용", "내용"),
        ("Clickhere:set:41:HelpState:wstring:0: ", None),
        ("", None),
    ],
)
def test_the_guide_stands_in_the_command(command: str, guide: str | None) -> None:
    assert guide_of(command) == guide


def test_white_space_does_not_matter() -> None:
    assert is_guide("내용\n입력 ", "내용 입력")
    assert not is_guide("내용", "내용 입력")
    assert not is_guide(" ", " ")
