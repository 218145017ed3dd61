from __future__ import annotations

from hwpextract.press.phrases.slogans import is_slogan


def test_slogan_names_the_place_without_its_rank() -> None:
    assert is_slogan("바다로 미래로 다라", "다라군, 숲길 낸다")
    assert is_slogan("함께 뛰는 다라!", "다라특별자치도는 숲길을 낸다")
    assert not is_slogan("다라에서 만나는 가을", "다라군, 숲길 낸다")
    assert not is_slogan("공동 대응으로 물가 잡는다", "공동구매 늘린다")
    assert not is_slogan("바다로 미래로 2030 다라", "다라군, 숲길 낸다")
