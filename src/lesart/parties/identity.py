"""Identity across articles: one party for one person or body.

Persons are one by their full name, however it is spelt in another language, or by a surname that only one full name in
the comparison has; bodies and states by their name without endings. In a comparison of many articles descriptions
without a name stay within their article, and so does what is called by a noun alone ("die Regierung").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lesart.language import SUPPORTED
from lesart.model import Party, Reading, Statement
from lesart.parties.bodies import looks_short, shortens
from lesart.parties.general import is_general, is_role, is_title
from lesart.parties.lexicon import PartyWords, party_words
from lesart.parties.matching import name_key, same_name, same_stem
from lesart.parties.seats import seats
from lesart.parties.spelling import spelling_key
from lesart.parties.states import states
from lesart.parties.unnamed import Called, person_of

_FEW = 12
"""Articles up to which "die Regierung" of one is that of the others."""


class Known(Struct, frozen=True):
    """A party of one article with the nouns of its mentions, in lower case, and its short forms."""

    party: Party
    nouns: frozenset[str]
    shorts: frozenset[str]
    general: str
    """The kind of body where a general noun ("Gewerkschaft") is all its name; else empty."""
    owner: str
    """The state that it belongs to; empty where the article does not tell, or only by a town that nobody knows."""


def one_party(readings: Sequence[Reading]) -> tuple[list[Party], list[list[Statement]]]:
    """The parties of all readings under common ids (`p1`, `p2` ...), and each reading's statements with these ids."""
    groups: list[list[Known]] = []
    by_key: dict[str, list[list[Known]]] = {}
    speaks_for = seats(readings) if len(readings) <= _FEW else {}
    for reading in readings:
        for party in reading.parties:
            one = _known(party, reading, speaks_for)
            keys = {name_key(name) for name in (one.party.name, *one.shorts)}
            if party.kind == "person":
                words = party.name.split() if len(readings) <= _FEW else [party.name.rpartition(" ")[2]]
                keys |= {spelling_key(word) for word in words}
            around = {id(group): group for key in keys for group in by_key.get(key, [])}
            alone = len(readings) > _FEW and is_general(party.name)
            group = None if alone else _group_of(one, list(around.values())) or _group_of_short(one, groups)
            if group is None:
                group = []
                groups.append(group)
            group.append(one)
            for key in keys:
                if not any(other is group for other in by_key.setdefault(key, [])):
                    by_key[key].append(group)
    groups = _with_governments(_with_general_nouns(groups), readings)
    if len(readings) <= _FEW:
        groups = _with_offices(groups)
    ids = {one.party.id: f"p{number}" for number, group in enumerate(groups, 1) for one in group}
    parties = [_merged(f"p{number}", [one.party for one in group], ids) for number, group in enumerate(groups, 1)]
    return parties, [[_renamed(statement, ids) for statement in reading.statements] for reading in readings]


def _known(party: Party, reading: Reading, speaks_for: Mapping[str, str]) -> Known:
    if party.kind == "state":
        party = replace(party, name=speaks_for.get(party.name, party.name))
    text, words = reading.article.text, party_words(reading.article.language or "")
    forms = {text[mention.start : mention.end] for mention in party.mentions}
    general = words.kind_of_body(party.name.lower()) if party.kind != "person" and " " not in party.name else ""
    if general and not words.is_general(party.name.lower()):
        general = ""
    known = states(reading.article.language or "")
    owner = next((one.name for one in reading.parties if one.id == party.affiliation), "")
    state = known.of_name(owner)
    return Known(
        party,
        frozenset(noun for form in forms if form for noun in _nouns(form.lower().split(), words)),
        frozenset(form for form in (*forms, party.name) if looks_short(form)),
        general,
        state.name if state else speaks_for.get(owner, ""),
    )


def _nouns(words: Sequence[str], lexicon: PartyWords) -> Iterator[str]:
    """The last word of a mention, and a noun for a body before its name: "das Bündnis „Erlwald bleibt“"."""
    yield words[-1]
    yield from (word for word in words[:-1] if lexicon.is_general(word))


def _group_of(one: Known, groups: Sequence[list[Known]]) -> list[Known] | None:
    party = one.party
    if party.role is None and party.kind == "person" and " " not in party.name and not _is_name(party):
        return None
    fitting = [
        group
        for group in groups
        if any(_same(one, other) for other in group) and not _is_beside(one, group) and not _is_namesake(one, group)
    ]
    if len(fitting) > 1 and one.owner:
        fitting = [group for group in fitting if any(other.owner == one.owner for other in group)]
    return fitting[0] if len(fitting) == 1 else None


def _is_namesake(one: Known, group: Sequence[Known]) -> bool:
    """Whether a group has somebody of another full name, so that they only share a surname."""
    if one.party.kind != "person" or " " not in one.party.name:
        return False
    full = [other for other in group if other.party.kind == "person" and " " in other.party.name]
    return not all(_same(one, other) for other in full)


def _is_beside(one: Known, group: Sequence[Known]) -> bool:
    """Whether a body stands in its article beside another of its name, of which it was told apart by its owner."""
    if one.party.kind == "person":
        return False
    article = one.party.id.rpartition(".")[0]
    beside = [other.party for other in group if other.party.id.rpartition(".")[0] == article]
    return any(other.affiliation != one.party.affiliation for other in beside)


def _group_of_short(one: Known, groups: Sequence[list[Known]]) -> list[Known] | None:
    """The one group whose name a party's own short form can stand for, or the other way round."""
    if one.party.kind == "person":
        return None
    fitting = [
        group
        for group in groups
        if any(other.party.kind != "person" and (_stands_for(one, other) or _stands_for(other, one)) for other in group)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _stands_for(one: Known, other: Known) -> bool:
    if not looks_short(one.party.name) or looks_short(other.party.name):
        return False
    return one.party.name in other.shorts or (not other.shorts and shortens(one.party.name, other.party.name))


def _with_general_nouns(groups: list[list[Known]]) -> list[list[Known]]:
    """Put what is only called by a general noun to the one body that other articles call so."""
    named = [group for group in groups if not all(one.general for one in group)]
    kept = list(named)
    for group in groups:
        if not all(one.general for one in group):
            continue
        noun = group[0].party.name.lower()
        called = [other for other in named if any(noun in one.nouns for one in other)]
        ending = [other for other in named if any(one.party.name.lower().endswith(noun) for one in other)]
        fitting = ending or called
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            kept.append(group)
    return kept


def _with_offices(groups: list[list[Known]]) -> list[list[Known]]:
    """Put whom an article only calls by an office to the one person who has it."""
    numbers = {one.party.id: number for number, group in enumerate(groups) for one in group}
    called = [
        Called(
            [one.party for one in group],
            frozenset(noun for one in group for noun in one.nouns),
            frozenset(numbers[one.party.side] for one in group if one.party.side in numbers),
        )
        for group in groups
    ]
    homes = [person_of(one, called) for one in called]
    for group, home in zip(groups, homes, strict=True):
        if home is not None:
            groups[home].extend(group)
    return [group for group, home in zip(groups, homes, strict=True) if home is None]


def _with_governments(groups: list[list[Known]], readings: Sequence[Reading]) -> list[list[Known]]:
    """Put "die ladurische Regierung" to its state: a state speaks by its government."""
    lexicons = {
        reading.article.id: party_words(reading.article.language) for reading in readings if reading.article.language
    }
    home = {one.party.id: group for group in groups for one in group}
    for group in groups:
        for one in list(group):
            governments = lexicons[one.party.id.rpartition(".")[0]].governments
            state = home.get(one.party.affiliation or "") if one.party.name.lower() in governments else None
            if state is not None and state is not group and any(other.party.kind == "state" for other in state):
                group.remove(one)
                state.append(one)
    return [group for group in groups if group]


def _is_name(party: Party) -> bool:
    """Whether a person's party of one word is a surname: no article stands before it in its mentions."""
    return any(mention.end - mention.start <= len(party.name) + 1 for mention in party.mentions)


def _same(one: Known, other: Known) -> bool:
    a, b = one.party, other.party
    if a.wikidata and b.wikidata:
        return a.wikidata == b.wikidata
    x, y = a.name.split(), b.name.split()
    if "person" in (a.kind, b.kind):
        return _same_person(*sorted((_name(a), _name(b)), key=len))
    if one.shorts & other.shorts:
        return True
    if one.owner and other.owner and one.owner != other.owner:
        return False
    if len(x) != len(y):
        short, long = sorted((x, y), key=len)
        return _is_tail(short, long) or _is_head(short, long)
    return all(same_stem(first, second) for first, second in zip(x, y, strict=True))


def _name(party: Party) -> list[str]:
    """The words of a person's name without a role before it: "Generalinspekteur | Abromeit"."""
    words = party.name.split()
    while len(words) > 1 and is_role(words[0].lower()):
        words = words[1:]
    return words


def _same_person(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether two names are one person's: written alike, or one the surname, the first name, or an end of the other."""
    if len(short) == len(long):
        written = all(spelling_key(a) == spelling_key(b) for a, b in zip(short, long, strict=True))
        return (written and len(short) > 1) or all(same_name(a, b) for a, b in zip(short, long, strict=True))
    if len(short) == 1:
        return same_name(short[0], long[-1]) or same_name(short[0], long[0])
    ends = [long[-len(short) :]]
    if long[len(short)][0].isalpha():
        ends.append(long[: len(short)])
    return any(all(same_name(a, b) for a, b in zip(short, end, strict=True)) for end in ends)


def _is_tail(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a body's name is another's without what stands before it: "Energieagentur", "Fokus Ost"."""
    if len(short) == 1 and (looks_short(short[0]) or not _is_compound(short[0].lower())):
        return False
    return all(same_stem(first, second) for first, second in zip(short, long[-len(short) :], strict=True))


def _is_head(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a body's name is another's without what stands behind it: "Arbeitgeberverband | Hütten Nordwest"."""
    return len(short) == 1 and same_stem(short[0], long[0]) and _is_compound(short[0].lower())


def _is_compound(noun: str) -> bool:
    """Whether a word says what kind of body and more of it than a general noun does."""
    lexicons = list(map(party_words, SUPPORTED))
    return any(words.is_body(noun) for words in lexicons) and not any(
        words.is_general(noun) or noun in words.bodies for words in lexicons
    )


def _merged(identifier: str, group: Sequence[Party], ids: dict[str, str]) -> Party:
    """One party out of those of several articles: the fullest name, the first role, all mentions."""
    bodies = all(party.kind != "person" for party in group)
    lands = [party for party in group if party.kind == "state" and bodies]
    persons = Counter(party.name for party in group if party.kind == "person" and " " in party.name)
    known = [party for party in group if party.name in persons and persons[party.name] == max(persons.values())]
    fullest = max(lands or known or group, key=lambda party: (party.name.count(" "), -len(party.name)))

    def first(values: list[str | None]) -> str | None:
        found = next((value for value in values if value), None)
        linked = ids.get(found or "")
        return linked if linked != identifier else None

    return Party(
        id=identifier,
        name=fullest.name,
        kind=fullest.kind,
        role=next((party.role for party in group if party.role and not is_title(party.role.lower())), None),
        affiliation=first([party.affiliation for party in group]),
        side=first([party.side for party in group]),
        wikidata=next((party.wikidata for party in group if party.wikidata), None),
        mentions=tuple(mention for party in group for mention in party.mentions),
    )


def _renamed(statement: Statement, ids: dict[str, str]) -> Statement:
    said = ids.get(statement.said_by or "")
    return replace(
        statement,
        said_by=said,
        said_to=ids.get(statement.said_to or ""),
        according_to=tuple(
            dict.fromkeys(ids[relay] for relay in statement.according_to if ids.get(relay, said) != said)
        ),
    )
