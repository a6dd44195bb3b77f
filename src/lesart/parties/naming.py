"""The names of an article: bodies and persons, each with its roles, short forms and every place where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from msgspec.structs import replace

from lesart.language import module
from lesart.language.forms import FINITE
from lesart.language.layer import BREAK, MARK, NUMBER, POINT, WORD, Token
from lesart.parties.bodies import bodies, is_short, shortens, with_entities
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context, nearest
from lesart.parties.lexicon import PartyWords
from lesart.parties.matching import base, name_stem, one_person, same_name, same_words
from lesart.parties.names import FullName, full_names, named_persons
from lesart.parties.phrases import describe, without_case
from lesart.parties.titles import titles_end, titles_start
from lesart.statements.draft import Entity


def add_names(context: Context, closed: frozenset[str], entities: Sequence[Entity] | None) -> None:
    """File everybody and everything that the text names.

    `closed` are words that are no names though they begin a sentence; without `entities`, names are told by their
    shape.
    """
    layer, lexicon = context.layer, context.lexicon
    entities = None if entities is None else [_put_right(one, layer.tokens, lexicon) for one in entities]
    taken = _add_bodies(context, closed, entities)
    found = list(full_names(layer, lexicon, closed))
    if entities is not None:
        found = named_persons(layer, lexicon, entities, found)
    names = [name for name in found if not _is_body(context, name)]
    surnames = {layer.tokens[name.last].text for name in names}
    for name in names:
        if layer.tokens[name.first].text not in surnames:
            _add_person(context, layer.tokens[name.phrase : name.last + 1], name.first, name.last)
            taken.update(range(name.phrase, name.last + 1))
    _add_appositions(context)
    _add_called(context)
    _tie_names(context, taken)
    if entities is not None:
        _add_surnames(context, entities)


def _put_right(entity: Entity, tokens: Sequence[Token], lexicon: PartyWords) -> Entity:
    """A name without the full stop behind it and titles before it; a person where an organisation was seen behind a
    role ("Landesgruppenchef | Glos"), an organisation where a person or place was seen behind its kind ("Sender |
    Talfunk"), a place where a person was seen behind a body ("Landratsamt | Weilburg").
    """
    while entity.last > entity.first and tokens[entity.last].kind == POINT:
        entity = replace(entity, last=entity.last - 1)
    if entity.last > entity.first and _is_verb_in_front(entity.first, tokens, lexicon):
        entity = replace(entity, first=entity.first + 1)
    entity = _behind_titles(entity, tokens, lexicon)
    word, before = tokens[entity.first], tokens[max(0, entity.first - 1)]
    lone = entity.kind == "ORG" and entity.first == entity.last and not is_short(word) and not lexicon.is_body(word.low)
    role = before.capital and lexicon.is_role(before.low) and before is not word
    single = entity.first == entity.last and entity.kind in ("PER", "LOC")
    if single and before is not word and before.capital and lexicon.is_kind(before.low):
        return replace(entity, kind="ORG")
    if single and entity.kind == "PER" and before is not word and before.capital and lexicon.kind_of_body(before.low):
        return replace(entity, kind="LOC")
    return replace(entity, kind="PER") if lone and role else entity


def _behind_titles(entity: Entity, tokens: Sequence[Token], lexicon: PartyWords) -> Entity:
    """A name that begins behind its titles: not with one ("Dr. | Vera Lund") or inside one ("a. | D. Vera Lund"), nor
    behind the first name that follows one ("a. D. Vera | Lund").
    """
    inside = max(0, entity.first - 2)
    behind = max(titles_end(tokens, at, lexicon) for at in (inside, entity.first))
    if entity.first < behind <= entity.last:
        return replace(entity, first=behind)
    front = entity.first - 1
    titled = front > 0 and tokens[front].capital and titles_start(tokens, front, lexicon) < front
    return replace(entity, first=front) if titled and entity.kind == "PER" else entity


def _is_verb_in_front(at: int, tokens: Sequence[Token], lexicon: PartyWords) -> bool:
    """Whether a word has its capital because it opens a clause as its verb: "Erkenne | Kestner das nicht an"."""
    opens = at == 0 or tokens[at - 1].kind in (POINT, MARK, BREAK)
    verb = module(lexicon.language).look_up(tokens[at].low)[0] & FINITE
    return opens and bool(verb) and tokens[at].low not in lexicon.first_names


def _add_bodies(context: Context, closed: frozenset[str], entities: Sequence[Entity] | None) -> set[int]:
    """The bodies whose names the text shows, each with its short form and every further place; their tokens."""
    tokens = context.layer.tokens
    taken: set[int] = set()
    found = bodies(context.layer, context.lexicon, closed)
    if entities is not None:
        found = with_entities(context.layer, context.lexicon, found, entities)
    for body in found:
        articled = body.first > 0 and tokens[body.first - 1].low in context.lexicon.articles
        description = describe(tokens[body.first - articled : body.last + 1], context.lexicon)
        whole = " ".join(token.text for token in tokens[body.first : body.last + 1])
        name = whole if body.long else description.name or whole
        first, _, rest = name.partition(" ")
        if rest and articled and tokens[body.first - 1].low in context.lexicon.genitives:
            name = f"{without_case(first)} {rest}" if context.lexicon.is_body(first.lower()) else name
        cluster = next((c for c in context.registry.named(name) if same_words(c.name, name)), None)
        if not articled and _before_attributes(tokens, body.first, context.lexicon).low in context.lexicon.genitives:
            name = without_case(name)
        if cluster is None and context.lexicon.is_body(name.lower()):
            cluster = context.registry.in_short(name.lower())
        if cluster is None:
            cluster = context.registry.add(Cluster(kind="organisation", name=name))
        kinds = [
            context.lexicon.kind_of_body(word) for word in (body.noun, tokens[body.first].low, tokens[body.last].low)
        ]
        kinds.append(context.lexicon.kind_of_known(cluster.name))
        cluster.kinds += [kind for kind in kinds if kind and kind not in cluster.kinds]
        if (not articled or description.nominative) and not cluster.nominative:
            cluster.name, cluster.nominative = name, True
        if body.short >= 0:
            cluster.shorts.append(tokens[body.short].text)
        context.registry.file(cluster)
        context.registry.mention(cluster, (body.first, body.last))
        taken.update(range(body.first, body.last + 1))
    _tie_shorts(context)
    if entities is not None:
        _add_lone_shorts(context, entities)
    return taken


def _before_attributes(tokens: Sequence[Token], at: int, lexicon: PartyWords) -> Token:
    """The word before a name and the attributes that stand before it: "des" in "des britischen Moslemforums"."""
    before = at - 1
    while before > 0 and not tokens[before].capital and tokens[before].low.endswith(lexicon.attribute_endings):
        if tokens[before].low in lexicon.articles:
            break
        before -= 1
    return tokens[max(0, before)]


def _add_lone_shorts(context: Context, entities: Sequence[Entity]) -> None:
    """File the bodies that are known by a short form only, like most parties and broadcasters."""
    for entity in entities:
        token = context.layer.tokens[entity.first]
        lone = entity.kind == "ORG" and entity.first == entity.last and is_short(token)
        if lone and not context.registry.around((token.index, token.index)):
            known = next((c for c in context.registry.named(token.text) if c.name == token.text), None)
            kind = context.lexicon.kind_of_known(token.text)
            fresh = Cluster(kind="organisation", name=token.text, used=False, kinds=[kind] if kind else [])
            cluster = known or context.registry.add(fresh)
            context.registry.mention(cluster, (token.index, token.index))


def _tie_shorts(context: Context) -> None:
    """Find every place where a short form of a body stands alone."""
    known: dict[str, Cluster | None] = {}
    for token in context.layer.tokens:
        if is_short(token):
            if token.text not in known:
                known[token.text] = _in_short(context, token.text)
            cluster = known[token.text]
            if cluster is not None:
                context.registry.mention(cluster, (token.index, token.index))


def _in_short(context: Context, text: str) -> Cluster | None:
    """The one body that a short form can stand for."""
    bodies = [cluster for cluster in context.registry.clusters if cluster.kind == "organisation"]
    known = [cluster for cluster in bodies if text in cluster.shorts]
    others = (c for c in bodies if not c.shorts and not c.name.startswith(text + "-"))
    fitting = known or [cluster for cluster in others if shortens(text, cluster.name)]
    if len(fitting) != 1:
        return None
    if not known:
        fitting[0].shorts.append(text)
        context.registry.file(fitting[0])
    return fitting[0]


def _is_body(context: Context, name: FullName) -> bool:
    """Whether a name that looks like a person's is that of a body found elsewhere in the text."""
    text = " ".join(token.text for token in context.layer.tokens[name.first : name.last + 1])
    for cluster in context.registry.named(text):
        if cluster.kind == "organisation" and same_words(cluster.name, text):
            context.registry.mention(cluster, (name.first, name.last))
            return True
    return False


def _add_person(context: Context, words: Sequence[Token], first: int, last: int) -> None:
    description = describe(words, context.lexicon)
    name = " ".join(token.text for token in context.layer.tokens[first : last + 1])
    cluster = next((c for c in context.registry.named(name) if one_person(c.name, name)), None)
    if cluster is None:
        first_name, lexicon = name.partition(" ")[0].lower(), context.lexicon
        told = description.gender if description.role else ""
        gender = lexicon.first_names.get(first_name) or told or lexicon.gender_of_name(first_name)
        cluster = context.registry.add(Cluster(kind="person", name=name, gender=gender))
    elif same_name(cluster.name, name) and len(name) < len(cluster.name):
        cluster.name = name
    if description.role and description.head not in context.lexicon.counterparts:
        context.registry.learn(cluster, description)
    context.registry.mention(cluster, (words[0].index, last))


def _add_appositions(context: Context) -> None:
    """Learn the role from ", der Berater von Präsident Merkat," or ", die das Haus führt" behind a name."""
    tokens = context.layer.tokens
    for cluster in context.registry.clusters:
        for _, last in list(cluster.places):
            if last + 2 >= len(tokens) or tokens[last + 1].text not in ",(":
                continue
            if cluster.kind == "person" and tokens[last + 1].text == "(" and is_short(tokens[last + 2]):
                cluster.owner = cluster.owner or tokens[last + 2].text
                continue
            end = next((at for at in range(last + 2, min(last + 16, len(tokens))) if tokens[at].text in ',.;:)–“"'), 0)
            if end and tokens[end].text in ",)":
                words = tokens[last + 2 : end]
                description = describe(words, context.lexicon)
                opens = (
                    words[0].low in context.lexicon.articles | context.lexicon.possessives or words[0].capital
                    if words
                    else False
                )
                if opens and description.role and not description.name:
                    context.registry.learn(cluster, description)


def _add_called(context: Context) -> None:
    """Learn the role of whom a sentence names: "Der Fahrer des siebten Wagens heißt Jonas Petrak"."""
    tokens = context.layer.tokens
    for cluster in context.registry.clusters:
        for first, _ in list(cluster.places) if cluster.kind == "person" else ():
            if first < _CALLED or tokens[first - 1].low not in context.lexicon.called:
                continue
            start = first - 1
            while start > 0 and tokens[start - 1].kind in (WORD, NUMBER):
                start -= 1
            description = describe(tokens[start : first - 1], context.lexicon)
            if description.role and not description.name and not description.indefinite:
                context.registry.learn(cluster, description)
                context.registry.mention(cluster, (start, first - 2))


_CALLED = 3
"""Tokens before a name in "Der Fahrer heißt Jonas Petrak" at least."""


def _add_surnames(context: Context, entities: Sequence[Entity]) -> None:
    """File the persons who are named by one word only, wherever that word is no other name."""
    tokens, kinds = context.layer.tokens, Counter[tuple[str, str]]()
    for entity in entities:
        for token in tokens[entity.first : entity.last + 1]:
            kinds[name_stem(token.text), entity.kind] += 1
    for entity in entities:
        token = tokens[entity.first]
        stem = name_stem(token.text)
        others = sum(kinds[stem, kind] for kind in ("LOC", "ORG", "OTH"))
        lone = entity.kind == "PER" and entity.first == entity.last and kinds[stem, "PER"] > others
        if lone and not context.registry.around((token.index, token.index)) and not _is_noun(token, context):
            _add_surname(context, token)


def _is_noun(token: Token, context: Context) -> bool:
    """Whether a word is a noun or the name of a state, whatever it was taken for."""
    lexicon = context.lexicon
    noun = lexicon.is_role(token.low) or lexicon.is_body(token.low) or lexicon.is_group(token.low)
    return noun or "-" in token.text or context.states.of_name(token.text) is not None


def _add_surname(context: Context, token: Token) -> None:
    start = token.index
    while start > 0 and context.lexicon.is_role(context.layer.tokens[start - 1].low):
        start -= 1
    known = next((c for c in context.registry.named(token.text) if same_name(c.surname, token.text)), None)
    gender = context.lexicon.first_names.get(token.low, "")
    cluster = known or context.registry.add(Cluster(kind="person", name=token.text, gender=gender, used=False))
    if len(base(token.text)) < len(cluster.name) and same_name(token.text, cluster.name):
        cluster.name = token.text
    description = describe(context.words(start, token.index), context.lexicon)
    if description.role:
        context.registry.learn(cluster, description)
    context.registry.mention(cluster, (start, token.index))


def _tie_names(context: Context, taken: Set[int]) -> None:
    """Find every further place where a surname stands."""
    by_surname: dict[str, list[Cluster]] = {}
    by_first: dict[str, list[Cluster]] = {}
    for cluster in context.registry.clusters:
        if cluster.kind == "person":
            by_surname.setdefault(cluster.surname, []).append(cluster)
            by_first.setdefault(cluster.name.partition(" ")[0], []).append(cluster)
    for token in context.layer.tokens:
        if token.kind != WORD or not token.capital or token.index in taken:
            continue
        found = by_surname.get(token.text) or (by_surname.get(token.text[:-1]) if token.text.endswith("s") else None)
        found = found or by_first.get(token.text)
        if found and not _is_role_noun(context, token):
            context.registry.mention(nearest(found, token.index), (token.index, token.index))


def _is_role_noun(context: Context, token: Token) -> bool:
    """Whether a word that is somebody's surname stands here for a role, behind an article: "der Richter"."""
    before = context.layer.tokens[token.index - 1].low if token.index else ""
    return before in context.lexicon.articles and context.lexicon.is_role(token.low)
