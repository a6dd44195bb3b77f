"""Make the package's tables of states and of their heads.

    python tools/states.py SHARED

Reads `tools/data/states_de.tsv` (ours), the names of the Unicode CLDR (babel; Unicode licence) and
`SHARED/data/leaders/factbook.tsv` (CIA World Factbook, CC0); writes `states.tsv` and `leaders.tsv` in
`src/lesart/parties/data`.
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


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]  # fmt: skip
TITLES = ["President", "Minister", "King", "Queen", "Emir", "Sultan", "Chancellor", "Prime", "Amir", "Pope", "Prince",
          "Emperor", "Governor-General", "Chairperson", "Leader", "Premier", "General", "Gen.", "Dr.", "Sir", "Dame",
          "Transitional", "Interim", "Acting", "Duke", "Crown", "of", "Council", "Chairman"]  # fmt: skip
"""Words before a name that are none of it."""


def rows(path: Path) -> list[list[str]]:
    """The lines of a table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def plain(text: str) -> str:
    """The first of several adjectives, without remarks."""
    return re.split(r"[(,;/]| or ", text)[0].strip()


def leaders(code: str, cells: list[str]) -> list[str]:
    """The lines of a state's heads: the surname is what the factbook has in capitals."""
    found = []
    for cell in cells:
        since = re.search(r"since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", cell)
        names = re.sub(r"\(.*?\)|\b(?:Jr|Sr)\.", "", cell).split(";")[0].split()
        surname = next(
            (at for at, word in enumerate(names) if len(word) > 1 and word.isupper() and "." not in word), -1
        )
        if since is None or surname < 0:
            continue
        end = surname
        while end + 1 < len(names) and names[end + 1].isupper():
            end += 1
        given = [word for word in (*names[:surname], *names[end + 1 :]) if word.strip(",") not in TITLES]
        first = given[0].strip(",") if given else ""
        if not first:
            continue
        last = " ".join(names[surname : end + 1]).title()
        month = MONTHS.index(since[2]) + 1 if since[2] in MONTHS else 1
        day = f"{since[3]}-{month:02}-{int(since[1] or 1):02}"
        found.append(f"{last}\t{first}\t{code}\t{day}")
    return found


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
    codes = {IN_FACTBOOK.get(row[0], english[row[0]]): row[0] for row in rows(HERE / "data" / "states_de.tsv")}
    found = {leader for name, facts in factbook.items() if name in codes for leader in leaders(codes[name], facts[4:])}
    head = ["# Heads of state and of government: surname, given name, state, day since which in office (ISO). Made by",
            "# tools/states.py from the CIA World Factbook as of May 2026 (CC0)."]  # fmt: skip
    (DATA / "leaders.tsv").write_text("\n".join([*head, *sorted(found)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
