import pytest

from lesart.accounts import tone_of


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Es war ein gutes, offenes Gespräch.", 1),
        ("Ich bin enttäuscht.", -1),
        ("Es war nicht gut.", -1),
        ("Ich bin nicht unzufrieden.", 1),
        ("Die Tür ist grün.", 0),
        ("Es war kein Erfolg.", -1),
        ("Von einem Durchbruch könne keine Rede sein.", -1),
        ("Es war nicht nur konstruktiv, es war herzlich.", 1),
        ("Gut 50 Menschen kamen zur Lobby.", 0),
    ],
)
def test_sign(text: str, sign: int) -> None:
    tone = tone_of(text, "de")
    assert (tone > 0) - (tone < 0) == sign
    assert -1 <= tone <= 1


def test_english() -> None:
    assert tone_of("It was a warm and constructive call.", "en") > 0 > tone_of("A wasted day.", "en")
