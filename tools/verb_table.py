"""Make the table of German verb forms from the list of infinitives.

    python tools/verb_table.py

Reads `src/lesart/language/de/data/infinitives.txt`, conjugates every verb with the package ablaut and writes
`verbs.tsv` beside it: a line a verb without its separable particle, its forms with their flags. The flags are those
of `lesart.language.forms.Form`.
"""

from pathlib import Path

import ablaut

from lesart.language.forms import Form

DATA = Path(__file__).parents[1] / "src/lesart/language/de/data"


def forms_of(infinitive: str) -> tuple[str, dict[str, int]]:
    """The verb without its particle, and its third- and first-person forms with their flags."""
    table = ablaut.conjugate(infinitive)
    particle = table.present[2].partition(" ")[2]
    base = infinitive.removeprefix(particle)
    forms: dict[str, int] = {}

    def add(form: str, flags: int) -> None:
        word = form.partition(" ")[0]
        forms[word] = forms.get(word, 0) | flags

    for person, number in ((2, Form.SINGULAR), (5, Form.PLURAL)):
        add(table.present[person], Form.PRESENT | number)
        add(table.preterite[person], Form.PRETERITE | number)
        add(table.konjunktiv1[person], Form.SUBJUNCTIVE1 | number)
        add(table.konjunktiv2[person], Form.SUBJUNCTIVE2 | number)
    add(table.present[0], Form.PRESENT | Form.FIRST)
    add(table.present[3], Form.PRESENT | Form.FIRST)
    add(table.preterite[0], Form.PRETERITE | Form.FIRST)
    forms[base] = forms.get(base, 0) | Form.INFINITIVE
    participle = table.past_participle.removeprefix(particle)
    forms[participle] = forms.get(participle, 0) | Form.PARTICIPLE
    return base, forms


def main() -> None:
    """Write the table."""
    verbs: dict[str, dict[str, int]] = {}
    for infinitive in (DATA / "infinitives.txt").read_text(encoding="utf-8").split():
        base, forms = forms_of(infinitive)
        for form, flags in forms.items():
            table = verbs.setdefault(base, {})
            table[form] = table.get(form, 0) | flags
    lines = (
        base + "\t" + " ".join(f"{form}:{flags}" for form, flags in forms.items())
        for base, forms in sorted(verbs.items())
    )
    (DATA / "verbs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
