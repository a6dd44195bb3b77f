"""Words for persons, offices and bodies of one language."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from lesart.language.layer import Token

_DATA = Path(__file__).parent / "data"


class PartyWords(Struct, frozen=True):
    """All in lower case; roles, bodies and media also match as the end of a compound."""

    language: str
    roles: frozenset[str]
    whole_roles: frozenset[str]
    """Roles that are no ends of compounds."""
    role_endings: tuple[str, ...]
    group_endings: tuple[str, ...]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    media: frozenset[str]
    circling: frozenset[str]
    """Prepositions before circles that speak."""
    circles: frozenset[str]
    """Nouns for people around somebody who are not named."""
    kinds: frozenset[str]
    kinds_of_media: frozenset[str]
    """First parts of compounds for a kind of medium ("Tageszeitung"); others make a name ("Ärztezeitung")."""
    classes: dict[str, str]
    """Noun for a body -> the kind of body: what is called by one noun of a kind can be called by another."""
    wide: dict[str, list[str]]
    """Noun that means a body only where one was named just before ("das Haus") -> the kinds that it can be of."""
    known_bodies: dict[str, str]
    """Well-known name -> the kind of body."""
    therein: frozenset[str]
    there: frozenset[str]
    """Words for where something was said, if it was just told who sits there: "hieß es dort"."""
    """Words that point back to a document."""
    open_kinds: frozenset[str]
    """Kinds of body that a name may be of without saying so."""
    documents: tuple[str, ...]
    """Nouns for what somebody has written."""
    body_genders: dict[str, tuple[str, ...]]
    """Gender -> endings of nouns for bodies that have it; others are m."""
    leaders: frozenset[str]
    dative_circles: frozenset[str]
    """Endings of words for people around somebody that have a letter more than in their basic form."""
    personal: frozenset[str]
    """Bodies that speak for whose they are: "ihr Büro"."""
    called: frozenset[str]
    """Verbs that give a role its name: "Der Fahrer heißt Jonas Petrak"."""
    adjectival: frozenset[str]
    """Roles that are adjectives before another one: "der Vorsitzende Richter"."""
    bound: frozenset[str]
    """Roles in a firm or brigade."""
    """Roles of who heads a body, which are as good as each other."""
    ages: frozenset[str]
    """What stands between a number and the rest of an age ("39-jähriger", "39 Jahre alter")."""
    own: frozenset[str]
    """Words that make what was said that of the sentence's subject ("nach eigenen Angaben")."""
    pointing_back: frozenset[str]
    """What stands before a noun for what somebody has just said: "den Angaben zufolge"."""
    anaphoric: frozenset[str]
    """Words for what was said before, which speak for whoever said it."""
    speaking: frozenset[str]
    """Words for nobody in particular that mean the speaker's side inside his words."""
    fields: frozenset[str]
    """Prepositions between a role and its field ("Minister für Verkehr")."""
    joins: frozenset[str]
    """What joins two roles of one person ("Vizekanzler und Arbeitsminister")."""
    openers: frozenset[str]
    """Adverbs at the beginning of a sentence, which are no names."""
    utterances: frozenset[str]
    """Nouns for what is said or thought, which speak for whom they belong to ("die Angst der Beobachter")."""
    reports: tuple[str, ...]
    """Endings of nouns for what somebody reports ("Eilmeldung")."""
    studies: frozenset[str]
    """Endings of nouns for what speaks for itself where its author is not named ("neuesten Studien zufolge")."""
    parts_of_talks: frozenset[str]
    """Nouns for a state among others, named by its adjective ("von deutscher Seite")."""
    of_people: frozenset[str]
    """Kinds of body whose name says whose they are: "Verband der Hauseigentümer"."""
    purposes: frozenset[str]
    """Words behind a noun for a body that lead to what it is for, which is part of its name."""
    governments: frozenset[str]
    """Bodies by which a state speaks."""
    envoys: frozenset[str]
    """Nouns for those who speak for a state, named by its adjective ("die ukrainische Delegation")."""
    posts: frozenset[str]
    """Nouns for an office that is held, not for who holds it."""
    offices: frozenset[str]
    """Roles whose holder an article names."""
    generic: frozenset[str]
    unnamed: frozenset[str]
    """Roles of people who are often brought in without a name."""
    surveys: frozenset[str]
    """Ends of nouns for studies that speak for whoever made them."""
    """Roles of people who are often brought in without a name."""
    """Nouns for a person that fit whatever else he or she is."""
    counterparts: frozenset[str]
    """Nouns for a person who is the other one beside the owner."""
    legal_forms: frozenset[str]
    joined_articles: frozenset[str]
    """Prepositions that an article has grown into."""
    attribute_endings: tuple[str, ...]
    prepositions: frozenset[str]
    """Prepositions before a person who is not who acts."""
    neutral: frozenset[str]
    """First parts of compounds that do not make another office of it."""
    groups: frozenset[str]
    no_names: frozenset[str]
    abstract: frozenset[str]
    """Endings of nouns that are no surnames."""
    spokespersons: frozenset[str]
    """Roles whose holders, where they are not named, are whom they speak for."""
    titles: frozenset[str]
    before_no_person: frozenset[str]
    """Articles and prepositions of place: capitals behind them are no person's name."""
    indefinite: frozenset[str]
    plural_bodies: frozenset[str]
    """Endings of nouns for several bodies ("Landgerichte")."""
    several: frozenset[str]
    """Words that open a phrase for several persons."""
    possessives: frozenset[str]
    articles: frozenset[str]
    nominatives: frozenset[str]
    plurals: frozenset[str]
    """Articles of the feminine and of the plural."""
    owner_signs: frozenset[str]
    genitives: frozenset[str]
    seated: frozenset[str]
    """Prepositions before the place of a body."""
    wherein: frozenset[str]
    """Prepositions before a town."""
    capitals: frozenset[str]
    """Nouns for the town that a state is ruled from."""
    before: frozenset[str]
    inside_names: frozenset[str]
    feminine: frozenset[str]
    doers: frozenset[str]
    """Endings of nouns for bodies that can be a man as well."""
    masculine: frozenset[str]
    made_of_verbs: frozenset[str]
    """How participles that mean people end, without the ending of case: "Gescholtene", "Streikende"."""
    adjectives: frozenset[str]
    pronouns: dict[str, str]
    """Pronoun -> m, f, p (plural), s (the speaker or his side), r (relative or demonstrative), n (nobody)."""
    ambiguous: frozenset[str]
    """Pronouns that mean one or several, by their verb."""
    latest: frozenset[str]
    """Pronouns for who was named last."""
    article_genders: dict[str, str]
    relative_owners: frozenset[str]
    """Possessives that open a relative clause ("nach dessen Aussage")."""
    possessive_genders: dict[str, str]
    """Stem of a possessive -> the gender of whom it goes back to."""
    strong_endings: dict[str, str]
    """Gender -> the ending of an attribute in the nominative without an article."""
    strong: dict[str, str]
    """Article -> the letter that an adjective behind it has only without it."""
    first_names: dict[str, str]
    """First name -> m or f."""

    def is_role(self, low: str) -> bool:
        """Whether a word names an office or role ("Bahnsprecher", "Präsidentin", "Beraters")."""
        return _is_role(self.language, low)

    def is_surname(self, words: Sequence[Token], at: int) -> bool:
        """Whether a word that looks like a role is a surname, behind a first name: "Eva Koch"."""
        return at > 0 and words[at - 1].capital and words[at - 1].low in self.first_names

    def is_body(self, low: str) -> bool:
        """Whether a word names a body ("Außenministerium")."""
        return _is_body(self.language, low)

    def is_spokesperson(self, low: str) -> bool:
        """Whether a word names somebody who speaks for a body."""
        return any(form.endswith(tuple(self.spokespersons)) for form in _forms(low))

    def is_general(self, low: str) -> bool:
        """Whether a word is nothing but a general noun for a body ("Gewerkschaft", "Pumpenhersteller")."""
        if low in self.classes:
            return True
        first = next((low.removesuffix(noun) for noun in self.kinds if low.endswith(noun)), None)
        if first is None or (first.endswith("-") and self.kind_of_body(low) != "company"):
            return False
        return not self.is_medium(low) or first in self.kinds_of_media

    def is_medium(self, low: str) -> bool:
        """Whether a word names an agency, a paper or a broadcaster."""
        return low.endswith(tuple(self.media))

    def is_kind(self, low: str) -> bool:
        """Whether a noun for a body stands before its name without being part of it ("die Agentur Sundpress")."""
        return any(form.endswith(tuple(self.kinds)) for form in _forms(low))

    def heads_alike(self, one: str, other: str) -> bool:
        """Whether two roles say the same of whoever heads a body ("Betriebsratschef", "Betriebsratsvorsitzender")."""
        return one in self.leaders and other in self.leaders

    def parts_of_role(self, low: str) -> tuple[str, str]:
        """A word for an office cut into what qualifies it and the role itself: "sb-", "vorsitzende"."""
        return _parts_of_role(self.language, low)

    def is_somebody(self, article: str, noun: str) -> bool:
        """Whether a noun for a body can be a man who does it: "der Betreiber Falk Ohlendorf"."""
        return self.article_genders.get(article) == "m" and noun.endswith(tuple(self.doers))

    def are_two(self, one: str, other: str) -> bool:
        """Whether two roles side by side are two persons': "unterrichtete der Kanzler | Präsidentin Ada Lorenz"."""
        if one in self.adjectival or self.parts_of_role(one)[1].removesuffix("in") not in self.offices:
            return False
        men = [
            role.endswith(tuple(self.masculine)) and not role.endswith(tuple(self.feminine)) for role in (one, other)
        ]
        return men[0] != men[1] or self.parts_of_role(other)[1] in self.offices

    def gender_of_owner(self, low: str) -> str:
        """The gender of whom a possessive goes back to; empty for any other word."""
        return next((gender for stem, gender in self.possessive_genders.items() if low.startswith(stem)), "")

    def kind_of_body(self, low: str) -> str:
        """The kind of body that a noun is for; empty for a noun that is for none."""
        return _kind_of_body(self.language, low)

    def kind_of_known(self, name: str) -> str:
        """The kind of body that a well-known name is for, also in the genitive; empty for other names."""
        low = name.lower()
        return self.known_bodies.get(low) or self.known_bodies.get(low.removesuffix("s"), "")

    def is_circle(self, low: str) -> bool:
        """Whether a word is for people around somebody who are not named ("Umfeld", "Regierungskreisen")."""
        return low in self.circles or any(len(noun) > 5 and low.endswith(noun) for noun in self.circles)

    def is_generic(self, low: str) -> bool:
        """Whether a word fits a person whatever else he or she is ("Kommunalpolitikerin")."""
        return low in self.generic or any(len(noun) > 5 and low.endswith(noun) for noun in self.generic)

    def gender_of_name(self, low: str) -> str:
        """m or f of a first name; unknown ones that end in "a" are mostly women's."""
        return self.first_names.get(low) or ("f" if low.endswith("a") and len(low) > 3 else "")

    def is_document(self, low: str) -> bool:
        """Whether a word names something written ("Verlaufsprotokoll")."""
        return any(form.endswith(self.documents) for form in _forms(low))

    def gender_of_body(self, low: str) -> str:
        """The grammatical gender of a noun for a body: f, n or m."""
        return next((gender for gender, endings in self.body_genders.items() if low.endswith(endings)), "m")

    def is_group(self, low: str) -> bool:
        """Whether a word names people in the plural."""
        return low in self.groups or low.endswith(self.group_endings)


def _forms(low: str) -> tuple[str, ...]:
    """A word without an ending of case."""
    last = low.rpartition("-")[2]
    if len(last) > 4 and last.endswith("s"):
        return last, last[:-1], last[:-2]
    if len(last) > 6 and last.endswith("en"):
        return last, last[:-1], last[:-2]
    return (last, last[:-1]) if len(last) > 6 and last.endswith("n") else (last,)


@lru_cache(maxsize=65_536)
def _is_role(language: str, low: str) -> bool:
    words = party_words(language)
    return any(form in words.roles or form.endswith(words.role_endings) for form in _forms(low))


@lru_cache(maxsize=65_536)
def _is_body(language: str, low: str) -> bool:
    words = party_words(language)
    return any(form in words.bodies or form.endswith(words.body_endings) for form in _forms(low))


@lru_cache(maxsize=65_536)
def _parts_of_role(language: str, low: str) -> tuple[str, str]:
    ending = max((role for role in party_words(language).roles if low.endswith(role)), key=len, default="")
    return low.removesuffix(ending), ending


@lru_cache(maxsize=65_536)
def _kind_of_body(language: str, low: str) -> str:
    classes, forms = party_words(language).classes, _forms(low)
    known = next((classes[form] for form in forms if form in classes), "")
    if known:
        return known
    return next((kind for form in forms for noun, kind in classes.items() if _ends(form, noun)), "")


def _ends(form: str, noun: str) -> bool:
    """Whether a compound ends with a noun; short ones ("-amt") are ends only where the data say so."""
    if noun.startswith("-"):
        return form.endswith(noun[1:]) and len(form) > len(noun) + 1
    return len(noun) > 3 and form.endswith(noun)


@cache
def party_words(language: str) -> PartyWords:
    """The words of a language (ISO 639-1)."""
    data = tomllib.loads((_DATA / language / "words.toml").read_text(encoding="utf-8"))
    bodies = tomllib.loads((_DATA / language / "bodies.toml").read_text(encoding="utf-8"))
    first = tomllib.loads((_DATA / language / "first_names.toml").read_text(encoding="utf-8"))
    sets = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    return PartyWords(
        language=language,
        pronouns=data["pronouns"],
        article_genders=data["article_genders"],
        possessive_genders=data["possessive_genders"],
        strong=data["strong"],
        strong_endings=data["strong_endings"],
        first_names={name: gender for gender, names in first.items() for name in names.split()},
        classes={noun: kind for kind, nouns in data["classes"].items() for noun in nouns},
        wide=data["wide"],
        known_bodies={name: kind for kind, names in bodies.items() for name in names},
        attribute_endings=tuple(data["attribute_endings"]),
        reports=tuple(data["reports"]),
        documents=tuple(data["documents"]),
        body_genders={gender: tuple(endings) for gender, endings in data["body_genders"].items()},
        role_endings=tuple(word for word in sets["roles"] - sets["whole_roles"] if len(word) > 3),
        group_endings=tuple(word for word in sets["groups"] if len(word) > 5),
        body_endings=tuple(word.removeprefix("-") for word in sets["bodies"] if len(word) > 3),
        **{name: words for name, words in sets.items() if name not in ("attribute_endings", "documents", "reports")},
    )
