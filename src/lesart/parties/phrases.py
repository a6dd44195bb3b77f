"""What a phrase that names a party says of it: name, role, whom it belongs to, gender, number."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from lesart.language.forms import FINITE
from lesart.language.layer import BREAK, MARK, POINT, WORD, Token
from lesart.model import PartyKind
from lesart.parties.lexicon import PartyWords
from lesart.parties.nominative import as_written, in_nominative
from lesart.parties.titles import without_titles

SEATED = "in"
"""Stands before an owner that is only the place of a body."""
LONGEST_QUOTED = 5
"""Words of a name in quotation marks behind a noun."""
_ATTRIBUTES = 3
"""Words of a phrase up to its noun."""
_FULL = 2
"""Words of a full name, before which a second role can stand: "die Vorsitzende Richterin Amrei Dohn"."""
_SHORTEST = 6
"""Letters of an adjective that can be made from the name of a state."""


class Description(Struct, frozen=True):
    """A phrase taken apart. `name` is empty for a pronoun or a mere role."""

    kind: PartyKind
    name: str = ""
    role: str = ""
    """The role with its attributes, as it stands in the text."""
    head: str = ""
    """The word that decides what it is, in lower case."""
    owner: str = ""
    """Whom it belongs to, as it stands in the text: "Dombreks", "der Westmarkbahn"."""
    pronoun: str = ""
    gender: str = ""
    """m, f, or empty where the words do not tell."""
    indefinite: bool = False
    plural: bool = False
    """Whether its article shows a body's noun to be in the plural."""
    nominative: bool = False
    """Whether its article shows the name in its basic form."""


def describe(words: Sequence[Token], lexicon: PartyWords, source_nouns: frozenset[str] = frozenset()) -> Description:
    """Take a phrase apart; the words are those of a speaker, an addressee or a mention."""
    words = without_titles([word for word in words if word.kind != BREAK], lexicon)
    words = _without_opening(words, lexicon)
    if not words:
        return Description(kind="group")
    if len(words) == 1 and words[0].low in lexicon.pronouns:
        sign = lexicon.pronouns[words[0].low]
        return Description(kind="person", pronoun=words[0].low, gender=sign if sign in "mf" else "", head=words[0].low)
    circle = next((word for word in words[:_ATTRIBUTES] if word.capital and lexicon.is_circle(word.low)), None)
    if circle is not None:
        around = as_written(words[words.index(circle) :])
        if circle.low.endswith(tuple(lexicon.dative_circles)):
            around = around.replace(circle.text, circle.text[:-1], 1)
        return Description(kind="group", name=around, head=circle.low)
    inner = _behind_source_noun(words, source_nouns, lexicon)
    genitive = words[0].low in lexicon.genitives
    if inner is not None:
        genitive = bool({words[-len(inner) - 1].low, inner[0].low} & lexicon.genitives)
        words = inner
    indefinite = words[0].low in lexicon.indefinite
    if len(words) > 2 and words[0].low in lexicon.several and words[1].low in lexicon.owner_signs:
        return replace(describe(words[2:], lexicon), kind="group", indefinite=True)
    role_at = _role_in(words, lexicon)
    name = _name_words(words, role_at, lexicon)
    while role_at >= 0 and len(name) > _FULL and lexicon.is_role(name[0].low):
        name = name[1:]
    if len(name) > 1 and name[-1].low in lexicon.legal_forms:
        name = name[:-1]
    if role_at >= 0:
        return _with_role(words, role_at, name, indefinite, genitive, lexicon)
    if not name:
        return _unnamed(words, indefinite, lexicon)
    quoted = any(word.kind == MARK and word.index == name[0].index - 1 for word in words)
    kind = "organisation" if quoted else kind_of_name(name, lexicon, words)
    if kind == "person" and genitive and name[0].low not in lexicon.first_names:
        kind = "organisation"
    body = lexicon.is_body(name[-1].low) or lexicon.is_kind(name[-1].low)
    owner = _owner_of_body(words, name, lexicon) if body else ""
    if len(name) > 1 and owner == name[0].text:
        name = name[1:]
    if len(name) > 1 and any(name[0].low.endswith(body) for body in lexicon.kinds):
        name = name[1:]
    text = " ".join(word.text for word in name)
    nominative = words[0].low in lexicon.nominatives and not genitive
    if nominative and len(name) > 1 and name[0].text.endswith("e"):
        text = text.replace(name[0].text, name[0].text + lexicon.strong.get(words[0].low, ""), 1)
    if genitive and kind != "person":
        first, _, rest = text.partition(" ")
        text = f"{without_case(first)} {rest}" if rest and lexicon.is_body(name[0].low) else without_case(text)
    return Description(
        kind=kind,
        name=text,
        head=without_case(name[-1].low) if genitive and len(name) == 1 else name[-1].low,
        owner=owner,
        indefinite=indefinite,
        plural=words[0].low in lexicon.plurals and lexicon.gender_of_body(name[-1].low) != "f",
        nominative=nominative,
    )


def _role_in(words: Sequence[Token], lexicon: PartyWords) -> int:
    """The place of the role that a phrase names, or -1; in "die Regierung von Präsident X" it is the owner's."""
    for at, word in enumerate(words):
        if word.capital and lexicon.is_role(word.low) and not lexicon.is_surname(words, at):
            goes_on = word.low in lexicon.adjectival and at + 1 < len(words) and lexicon.is_role(words[at + 1].low)
            return at + goes_on
        if word.capital and at and lexicon.is_body(word.low) and at + 1 < len(words):
            behind = words[at + 1].low
            if behind in lexicon.owner_signs:
                return -1
    return -1


def _owner_of_body(words: Sequence[Token], name: Sequence[Token], lexicon: PartyWords) -> str:
    """Whose a body is: "karsonische", "Karsoniens", "in Belgart", "ihre"; empty where the phrase does not tell."""
    if len(name) > 1 and name[0].text.endswith(("s", "’")):
        return name[0].text
    for word in words:
        if not word.capital and word.low.endswith(tuple(lexicon.adjectives)) and len(word.low) > _SHORTEST:
            return word.low
    behind = [word for word in words if word.index > name[-1].index]
    if len(behind) > 1 and behind[0].low in lexicon.seated and behind[1].capital:
        return f"{SEATED} {behind[1].text}"
    return words[0].low if words[0].low in lexicon.possessives and words[1:2] == list(name) else ""


def without_case(name: str) -> str:
    """A noun without the ending of the genitive: "Generalstabs", "Verbandes", "Bündnisses"."""
    if name.endswith("nisses"):
        return name[:-3]
    if name.endswith("es") and len(name) > 4 and not name.endswith(("ees", "ies")):
        return name[:-2]
    return name.removesuffix("s")


def _without_opening(words: Sequence[Token], lexicon: PartyWords) -> list[Token]:
    """Without signs, prepositions and adverbs before the phrase."""
    place = 0
    opening = lexicon.before | lexicon.joined_articles | lexicon.prepositions | lexicon.openers
    while place < len(words) and (words[place].kind in (POINT, MARK) or words[place].low in opening):
        place += 1
    return list(words[place:])


def _behind_source_noun(
    words: Sequence[Token], source_nouns: frozenset[str], lexicon: PartyWords
) -> list[Token] | None:
    """In "Angaben der Polizei" the police; "Polizeiangaben" and "ersten Ermittlungen" stay as they are."""
    if len(words) > 1 and words[0].low in lexicon.articles:
        words = words[1:]
    for at, word in enumerate(words[:-1]):
        said = word.low in source_nouns or word.low.endswith(lexicon.reports) or lexicon.is_document(word.low)
        said = said or word.low.endswith(tuple(lexicon.surveys))
        if word.capital and said:
            rest = list(words[at + 1 :])
            while rest and (rest[0].low in lexicon.owner_signs or rest[0].kind == MARK):
                rest = rest[1:]
            return rest or None
        if word.low in lexicon.owner_signs:
            return None
    return None


def _name_words(words: Sequence[Token], role_at: int, lexicon: PartyWords) -> list[Token]:
    """The words of the name: capitals behind the role, or the first capitals where there is no role."""
    start = role_at + 1 if role_at >= 0 else 0
    if role_at < 0:
        while start < len(words) and (
            not words[start].capital
            or words[start].kind != WORD
            or words[start].low in lexicon.articles | lexicon.possessives | lexicon.several
        ):
            start = _behind_place(words, start, lexicon) if start else start + 1
    found: list[Token] = []
    quoted = _quoted(words[start + 2 :]) if start + 1 < len(words) and words[start + 1].kind == MARK else []
    if quoted and quoted[0].capital and role_at < 0:
        return quoted
    for word in words[start:]:
        joins = word.low in lexicon.inside_names and found
        if word.kind == WORD and word.capital and word.low not in lexicon.titles:
            found.append(word)
        elif joins or (word.low in lexicon.titles and not found):
            if found:
                found.append(word)
        else:
            break
    while found and not found[-1].capital:
        found.pop()
    return found if role_at < 0 or not found or found[0].low not in lexicon.no_names else []


def _behind_place(words: Sequence[Token], at: int, lexicon: PartyWords) -> int:
    """Behind a word before the name, and behind the place that it leads to: "die in New York geborene Sängerin"."""
    at += 1
    if words[at - 1].low in (lexicon.prepositions | lexicon.joined_articles) - lexicon.owner_signs:
        while at < len(words) and not words[at].capital:
            at += 1
        while at < len(words) and words[at].capital:
            at += 1
    return at


def _quoted(words: Sequence[Token]) -> list[Token]:
    """The few words before the closing mark: "Jungle World" in "die Zeitung „Jungle World“"."""
    end = next((at for at, word in enumerate(words) if word.kind == MARK), 0)
    return [word for word in words[:end] if word.kind == WORD] if end <= LONGEST_QUOTED else []


def _with_role(
    words: Sequence[Token], role_at: int, name: list[Token], indefinite: bool, genitive: bool, lexicon: PartyWords
) -> Description:
    role_word = words[role_at]
    first = role_at
    while (
        first > 0
        and not words[first - 1].capital
        and not words[first - 1].form & FINITE
        and words[first - 1].low not in lexicon.articles | lexicon.possessives
    ):
        first -= 1
    owner = ""
    if role_at > 0 and words[0].capital and words[0].low.endswith(("s", "’")) and words[0] is not role_word:
        owner = words[0].text
        first = max(first, 1)
    elif role_at + 1 < len(words) and words[role_at + 1].low in lexicon.owner_signs:
        owner = _owner_behind(words[role_at + 1 :], lexicon)
    elif words[0].low in lexicon.possessives:
        owner = words[0].text
    elif _is_owner(words, role_at, name, lexicon):
        owner, name = name[0].text, []
    article = "m" if genitive else lexicon.article_genders.get(words[0].low, "")
    gender = _gender(role_word.low.removesuffix("s") if genitive else role_word.low, lexicon) or article
    bare = (
        not owner and not genitive and words[0].low not in lexicon.articles | lexicon.possessives | lexicon.indefinite
    )
    bare = bare and not name and words[0] in words[first : role_at + 1]
    one = gender == "m" and words[0].low in lexicon.articles - lexicon.plurals
    several = words[0].low in lexicon.several or (lexicon.is_group(role_word.low) and not one)
    weak = role_word.low.endswith("en") or _gender(role_word.low, lexicon) == "m"
    plural = (bare or several or (words[0].low in lexicon.plurals and weak)) and not name
    return Description(
        kind="group" if plural else "person",
        name=" ".join(word.text for word in name),
        role=in_nominative(words[first : role_at + 1], "" if plural else gender, genitive, lexicon),
        head=role_word.low.removesuffix("s") if genitive else role_word.low,
        owner=owner,
        gender=gender,
        indefinite=indefinite or bare,
    )


def _is_owner(words: Sequence[Token], role_at: int, name: Sequence[Token], lexicon: PartyWords) -> bool:
    """Whether one name in -s behind a role with its article is whose it is: "die Wirtschaftsministerin Brennaus".

    A person's surname has the role without an article before it, or the whole name behind it.
    """
    behind = len(name) == 1 and role_at + 1 < len(words) and words[role_at + 1] is name[0]
    return behind and name[0].low.endswith("s") and not name[0].low.endswith("ss") and words[0].low in lexicon.articles


def _owner_behind(words: Sequence[Token], lexicon: PartyWords) -> str:
    """The noun phrase behind "der", "des", "von": up to its last capital."""
    rest = list(words)
    if len(rest) > 1 and rest[1].low in lexicon.indefinite:
        return ""
    while rest and (rest[0].low in lexicon.owner_signs or rest[0].low in lexicon.articles):
        rest = rest[1:]
    found: list[str] = []
    for word in rest:
        if not word.capital:
            if found:
                break
            continue
        found.append(word.text)
    if len(found) > 1 and found[-1].lower() in lexicon.legal_forms:
        found.pop()
    return " ".join(found)


def _gender(low: str, lexicon: PartyWords) -> str:
    if low.endswith(tuple(lexicon.feminine)):
        return "f"
    return "m" if low.endswith(tuple(lexicon.masculine)) else ""


def _unnamed(words: Sequence[Token], indefinite: bool, lexicon: PartyWords) -> Description:
    known = next((word for word in words if word.text in lexicon.known_bodies), None)
    if known is not None:
        return Description(kind="organisation", name=known.text, head=known.low)
    if not any(word.capital or word.low in lexicon.several for word in words):
        return Description(kind="group")
    text = as_written(words)
    return Description(kind="group", name=text, head=words[-1].low, indefinite=indefinite)


def kind_of_name(name: Sequence[Token], lexicon: PartyWords, words: Sequence[Token] = ()) -> PartyKind:
    """Person, organisation, group or state by the shape of a name.

    Two or more capitals without an article are a person's name; a word for a body makes an organisation; a single
    capital without an article is a state or place until an article shows it to be a person.
    """
    lows = [word.low for word in name]
    if any(lexicon.is_body(low) for low in lows):
        return "organisation"
    if any(lexicon.is_group(low) for low in lows):
        return "group"
    if name[-1].text.isupper() and 1 < len(name[-1].text) < 7:
        return "organisation"
    article = bool(words) and words[0].low in lexicon.articles
    if article:
        return "organisation"
    if 2 <= len(name) <= 4 and not any(low in lexicon.no_names for low in lows):
        return "person"
    return "state"
