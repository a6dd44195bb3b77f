"""Whom a party belongs to and for which side it speaks: from owners of roles, adjectives and houses of states.

An adjective or house of a state that the package knows goes back to it even where the text never names it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.layer import WORD, Token
from lesart.parties.cluster import Cluster
from lesart.parties.lexicon import PartyWords
from lesart.parties.matching import name_key, same_name
from lesart.parties.phrases import SEATED, kind_of_name, without_case
from lesart.parties.states import State, states


class _Capitals:
    """The capitals of an article, filed by what their forms have in common and by how they begin."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.by_key: dict[str, list[Token]] = {}
        self.by_start: dict[str, list[Token]] = {}
        for token in tokens:
            if token.kind == WORD and token.capital:
                self.by_key.setdefault(name_key(token.text), []).append(token)
                forms = self.by_start.setdefault(token.low[:_START], [])
                if all(form.text != token.text for form in forms):
                    forms.append(token)


_START = 3
"""Letters that an adjective and the name it goes back to begin with."""


def affiliations(tokens: Sequence[Token], clusters: list[Cluster], lexicon: PartyWords) -> dict[int, int]:
    """Place of a cluster -> place of the one it belongs to. Owners that are no cluster yet are added at the end."""
    capitals = _Capitals(tokens)
    by_key: dict[str, list[int]] = {}
    for place, cluster in enumerate(clusters):
        for name in (cluster.name, *cluster.shorts):
            by_key.setdefault(name_key(name), []).append(place)
    links: dict[int, int] = {}
    for place in range(len(clusters)):
        owner = _owner_of(capitals, clusters[place], lexicon)
        state = _state_of(clusters[place], owner, lexicon)
        if state is not None:
            links[place] = _add_state(state, clusters)
            continue
        if not owner:
            continue
        known = by_key.setdefault(name_key(owner), [])
        target = next((at for at in known if at != place and _is_called(clusters[at], owner)), -1)
        if target < 0 and owner[0].isupper():
            target = _add(tokens, capitals, clusters, owner, lexicon)
            known += [target] if target >= 0 else []
        if target >= 0 and target != place and links.get(target) != place:
            links[place] = target
    for place, cluster in enumerate(clusters):
        if place not in links and _is_bound(cluster, lexicon):
            near = _nearest_body(cluster, clusters, lexicon)
            if near >= 0:
                links[place] = near
    return links


def _is_bound(cluster: Cluster, lexicon: PartyWords) -> bool:
    """Whether somebody has a role in a firm or brigade, though the text does not say in which."""
    return cluster.kind == "person" and any(role.lower() in lexicon.bound for role in cluster.roles)


def _nearest_body(cluster: Cluster, clusters: Sequence[Cluster], lexicon: PartyWords) -> int:
    """The place of the one body that is named shortly before somebody appears, else of the body with a name of its own
    that the article is about; -1 for none, or where that is not plain."""
    if not cluster.places:
        return -1
    first = min(start for start, _ in cluster.places)
    bodies = [
        place
        for place, other in enumerate(clusters)
        if other.kind == "organisation" and other.places and not lexicon.is_medium(other.name.lower())
    ]
    near = [place for place in bodies if any(0 < first - end <= _NEAR for _, end in clusters[place].places)]
    if len(near) == 1:
        return near[0]
    named = [
        place for place in bodies if not any(lexicon.is_body(word.lower()) for word in clusters[place].name.split())
    ]
    named.sort(key=lambda place: -len(clusters[place].places))
    counts = [len(clusters[place].places) for place in named] + [0, 0]
    return named[0] if named and counts[0] >= _TIMES * max(1, counts[1]) else -1


_TIMES = 2
"""How many times as often as the next an article names the body that it is about."""
_NEAR = 40
"""Words over which somebody's body can be named before."""


def _state_of(cluster: Cluster, owner: str, lexicon: PartyWords) -> State | None:
    """The known state that a house belongs to, or that an owner is: "ukrainische", "Kiew"."""
    known = states(lexicon.language)
    if cluster.kind == "state":
        return None
    if cluster.state:
        return known.of_house(cluster.name)
    return known.of_name(owner) or known.of_adjective(owner.lower()) if owner else None


def _add_state(state: State, clusters: list[Cluster]) -> int:
    """The place of the party of a state, which is added if there is none."""
    for place, cluster in enumerate(clusters):
        if cluster.kind == "state" and (cluster.state == state.code or same_name(cluster.name, state.name)):
            return place
    clusters.append(Cluster(kind="state", name=state.name, state=state.code))
    return len(clusters) - 1


def side_of(place: int, links: dict[int, int], clusters: Sequence[Cluster]) -> int | None:
    """Follow the affiliations to the state or organisation at their end; None where there is none."""
    seen = {place}
    while place in links and links[place] not in seen:
        place = links[place]
        seen.add(place)
    return place if len(seen) > 1 and clusters[place].kind in ("state", "organisation", "office") else None


def _owner_of(capitals: _Capitals, cluster: Cluster, lexicon: PartyWords) -> str:
    """The owner that the words give, or the name that an adjective or the first half of a compound role points to."""
    if cluster.owner and cluster.owner.lower() not in lexicon.possessives:
        if cluster.owner.islower():
            return _state_of_adjective(capitals, cluster.owner, lexicon) or cluster.owner
        return cluster.owner.removeprefix(SEATED + " ")
    for role in cluster.roles:
        for word in role.split():
            if word.lower().endswith(tuple(lexicon.adjectives)):
                state = _state_of_adjective(capitals, word.lower(), lexicon)
                if state or states(lexicon.language).of_adjective(word.lower()):
                    return state or word.lower()
        first = role.split()[-1].partition("-")
        if first[1] and len(first[0]) > 1:
            return first[0]
    return ""


def _state_of_adjective(capitals: _Capitals, adjective: str, lexicon: PartyWords) -> str:
    """The name in the text that an adjective goes back to: "karsonische" -> "Karsonien"."""
    ending = max((end for end in lexicon.adjectives if adjective.endswith(end)), key=len)
    stem = adjective.removesuffix(ending)
    adjectives = stem + min(lexicon.adjectives, key=len)
    for token in capitals.by_start.get(stem[:_START], ()):
        fits = len(stem) > 2 and token.low.startswith(stem[:-1]) and len(token.low) <= len(stem) + 5
        if fits and not token.low.startswith(adjectives):
            return token.text
    return ""


def _is_called(cluster: Cluster, owner: str) -> bool:
    if not cluster.name:
        return False
    return (
        owner in cluster.shorts
        or same_name(cluster.name, owner)
        or (cluster.kind == "person" and same_name(cluster.surname, owner.split()[-1]))
    )


def _add(tokens: Sequence[Token], capitals: _Capitals, clusters: list[Cluster], owner: str, lexicon: PartyWords) -> int:
    """A new cluster for an owner, with every place where its last word stands."""
    words = owner.split()
    places = [token for token in capitals.by_key.get(name_key(words[-1]), ()) if same_name(token.text, words[-1])]
    if not places:
        return -1
    shortest = min((token.text for token in places), key=len)
    name = " ".join([*words[:-1], shortest])
    kind = kind_of_name(places[:1], lexicon)
    if len(words) > 1 or kind == "person":
        kind = "organisation"
    elif kind == "state" or all(tokens[token.index - 1].low in lexicon.genitives for token in places):
        name = without_case(name)
    cluster = Cluster(kind=kind, name=name)
    for token in places:
        cluster.add_place((token.index, token.index))
    clusters.append(cluster)
    return len(clusters) - 1
