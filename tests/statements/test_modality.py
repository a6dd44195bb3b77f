from collections.abc import Callable

import pytest

from lesart import Reading

TABLE = [
    ("Kolb sagte, der Vertrag gelte.", "asserted"),
    ("Kolb bestritt, den Vertrag zu kennen.", "denied"),
    ("„Das war kein Thema“, sagte Kolb.", "denied"),
    ("Kolb sagte, eine Zusage habe es nicht gegeben.", "denied"),
    ("Kolb sagte, über Häfen sei gar nicht verhandelt worden.", "denied"),
    ("Kolb dementierte die Berichte.", "denied"),
    ("Kolb sagte, der Preis werde nicht gesenkt.", "asserted"),
    ("Kolb sagte, der Vertrag sei womöglich ungültig.", "hedged"),
    ("Kolb vermutet, dass der Vertrag gilt.", "hedged"),
    ("Kolb schloss eine weitere Runde nicht aus.", "hedged"),
    ("Der Täter soll den Wagen gestohlen haben.", "hedged"),
    ("Kolb sagte, das habe nicht nur ihn gefreut.", "asserted"),
    ("Kolb sagte, solche Verträge existierten nicht.", "denied"),
    ("Kolb sagte, von einem Umbau wisse sie nichts.", "denied"),
    ("Kolb sagte, man habe weder gefragt noch gedrängt.", "denied"),
    ("Kolb sagte, die Meldung sei ein Märchen.", "denied"),
    ("Kolb sagte, ein Märchen sei die Meldung nicht.", "asserted"),
    ("Kolb sagte, der Umzug habe keine zwanzig Minuten gedauert.", "asserted"),
    ("Kolb sagte, so viele Gäste seien noch nie gekommen.", "asserted"),
    ("Kolb sagte, der Entwurf, den keiner gelesen habe, sei gut.", "asserted"),
    ("Kolb wies den Vorwurf zurück.", "denied"),
    ("Kolb wies die Forderung zurück.", "asserted"),
]


@pytest.mark.parametrize(("text", "modality"), TABLE, ids=[row[0] for row in TABLE])
def test_modality(read: Callable[..., Reading], text: str, modality: str) -> None:
    assert [statement.modality for statement in read(text).statements if not statement.parent] == [modality]
