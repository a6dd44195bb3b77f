"""Make the table of English verb forms from the list of infinitives.

    python tools/english_verb_table.py

Writes `verbs.tsv` beside `src/lesart/language/en/data/infinitives.txt`, in the format of the German table.
"""

from pathlib import Path

import ablaut

from lesart.language.forms import Form

DATA = Path(__file__).parents[1] / "src/lesart/language/en/data"
EXTRA = {"be": {"am": Form.PRESENT, "are": Form.PRESENT, "were": Form.PRETERITE}}


def main() -> None:
    """Write the table."""
    lines = []
    for infinitive in sorted((DATA / "infinitives.txt").read_text(encoding="utf-8").split()):
        table = ablaut.conjugate(infinitive, lang="en")
        forms: dict[str, int] = dict(EXTRA.get(infinitive, {}))
        for form, flags in (
            (infinitive, Form.INFINITIVE | Form.PRESENT | Form.PLURAL),
            (table.third_singular, Form.PRESENT | Form.SINGULAR),
            (table.past, Form.PRETERITE),
            (table.past_participle, Form.PARTICIPLE),
        ):
            forms[form] = forms.get(form, 0) | flags
        lines.append(infinitive + "\t" + " ".join(f"{form}:{flags}" for form, flags in forms.items()))
    (DATA / "verbs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
