from hwpextract.readers.flow import Flow, only_paragraph


def test_a_list_of_one_paragraph_is_what_a_flow_makes_of_it() -> None:
    for text in ("가나", "", " \t", "가\n나", "가\u00a0나 "):
        flow = Flow("s0/t0/r0c0")
        characters = flow.add_plain(text, "본문")
        assert only_paragraph(text, "s0/t0/r0c0", "본문") == (tuple(flow.blocks), characters)
        assert characters == len("".join(text.split()))
