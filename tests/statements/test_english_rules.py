from collections.abc import Callable

import pytest

from lesart import Reading

TABLE = [
    ("“We will not give up,” said Moira Keane.", "“We will not give up,”", "Moira Keane", "direct"),
    ("Keane said that the offer had been made.", "that the offer had been made", "Keane", "indirect"),
    ("Keane said the offer had been made.", "the offer had been made", "Keane", "indirect"),
    ("The offer had been made, Keane said.", "The offer had been made", "Keane", "indirect"),
    ("According to Keane, the offer was made.", "the offer was made", "Keane", "indirect"),
    ("Keane denied that an offer had been made.", "that an offer had been made", "Keane", "indirect"),
]


@pytest.mark.parametrize(("text", "content", "speaker", "form"), TABLE, ids=[row[0][:40] for row in TABLE])
def test_statement(read: Callable[..., Reading], text: str, content: str, speaker: str, form: str) -> None:
    reading = read(text, "en")
    found = [
        (
            "|".join(text[span.start : span.end] for span in s.content),
            "|".join(text[span.start : span.end] for span in s.speaker),
            s.form,
        )
        for s in reading.statements
    ]
    assert found == [(content, speaker, form)]
