"""Make the package's table of states.

    python tools/states.py SHARED

Reads `tools/data/states_de.tsv` (ours), the names of the Unicode CLDR (babel; Unicode licence) and
`SHARED/data/leaders/factbook.tsv` (CIA World Factbook, CC0); writes `src/lesart/parties/data/states.tsv`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel import Locale

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "lesart" / "parties" / "data"
IN_FACTBOOK = {
    "AG": "Antigua and Barbuda", "BA": "Bosnia and Herzegovina", "BS": "The Bahamas", "CG": "Congo (Brazzaville)",
    "CV": "Cabo Verde", "DO": "The Dominican", "FM": "Federated States of Micronesia", "GM": "The Gambia",
    "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "MM": "Burma", "ST": "Sao Tome and Principe", "TR": "Turkey",
    "TT": "Trinidad and Tobago", "VA": "Holy See (Vatican City)", "VC": "Saint Vincent and the Grenadines",
    "CI": "Côte d'Ivoire",
}  # fmt: skip
"""States that the factbook calls otherwise than CLDR."""
HOUSES = {
    "US": "White House;Pentagon;State Department;Oval Office;Capitol Hill", "RU": "Kremlin",
    "GB": "Downing Street;Whitehall;Buckingham Palace", "FR": "Élysée;Elysee;Quai d'Orsay", "DE": "Chancellery",
    "VA": "Holy See", "KR": "Blue House", "BR": "Planalto", "AR": "Casa Rosada",
}  # fmt: skip
"""Houses of government in English."""


def rows(path: Path) -> list[list[str]]:
    """The lines of a table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def plain(text: str) -> str:
    """The first of several adjectives, without remarks."""
    return re.split(r"[(,;/]| or ", text)[0].strip()


def main() -> None:
    """Write the table."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    factbook = {row[1]: (row + [""] * 6)[:6] for row in rows(shared / "data" / "leaders" / "factbook.tsv")[1:]}
    german, english = Locale("de").territories, Locale("en").territories
    states = ["# code, names, adjectives, inhabitants, capitals, houses in German; names, adjectives, capitals,",
              "# houses in English. Made by tools/states.py; ours, Unicode CLDR, CIA World Factbook."]  # fmt: skip
    for code, names, adjectives, people, capitals, houses in rows(HERE / "data" / "states_de.tsv"):
        facts = factbook.get(IN_FACTBOOK.get(code, english[code]), [""] * 6)
        capital = plain(facts[2])
        in_english = [english[code], plain(facts[3]), capital, HOUSES.get(code, "")]
        states.append("\t".join([code, names or german[code], adjectives, people, capitals, houses, *in_english]))
    (DATA / "states.tsv").write_text("\n".join(states) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
