"""Topics over all statements of a dossier: pieces that are likely on one topic make a cluster, and a noun names it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from math import log

import numpy as np
from numpy.typing import NDArray

from lesart.encoder.senses import Sense
from lesart.encoder.vectors import sentence_vectors
from lesart.language import module
from lesart.language.layer import NUMBER, WORD, Layer, Token
from lesart.language.ordered import Ordered
from lesart.model import Article, Span, Statement, Topic
from lesart.topics.affinity import Floats, Seen, affinities
from lesart.topics.fields import Fields, fields
from lesart.topics.linkage import average_linkage
from lesart.topics.senses import told_of
from lesart.topics.terms import Terms, canonical, joined, stemmed, terms_of, words_of

FEWEST, MOST = 3, 12
"""Topics of one dossier: fewer than a comparison has, and more than a reader wants to see side by side."""
_TOPICS = 1.4
"""Topics of a dossier for the root of the number of its pieces, about."""
_SPREAD = 0.2
_ALIKE = -0.5
"""Log-odds from which two clusters of a dossier with `MOST` topics are one, however few are left."""
_LARGEST = 400
"""Pieces of a dossier that are clustered; further ones go to the topic that they are most like."""
_BEGINNING = 2
"""Words of a piece among which one can go on to the next subject, or point back."""
_SHORT = 3
"""Letters up to which a word is passed over."""


class Piece(Seen, frozen=True):
    """A piece with the words that can name its topic."""

    terms: dict[str, list[str]]
    capitals: tuple[str, ...]
    """All its nouns, also those that are no topic by themselves."""


def find_topics(
    dossiers: Sequence[Sequence[Statement]],
    articles: Mapping[str, Article],
    layers: Mapping[str, Layer],
    stop: Set[str],
    senses: Mapping[str, Sense],
) -> tuple[list[Topic], dict[str, tuple[str, ...]]]:
    """The topics, dossier by dossier, the widest first, and the topic ids of every statement that has one.

    A dossier holds the statements of articles that belong together; `stop` are words in lower case that are no topic
    (names of parties, events, times), `senses` are by the ids of the statements.
    """
    topics: list[Topic] = []
    topic_of: dict[str, tuple[str, ...]] = {}
    for statements in dossiers:
        pieces = pieces_of(statements, articles, layers, stop, senses)
        clusters = sorted(named(_together(_clusters(pieces), pieces), pieces), key=len, reverse=True)
        languages = {articles[statement.article].language or "" for statement in statements}
        poor = frozenset[str]().union(*(words_of(language, "poor_labels") for language in languages))
        of_fields = fields(next(iter(sorted(languages)), ""))
        labels = _labels([[pieces[at] for at in own] for own in clusters], poor, of_fields)
        first = len(topics) + 1
        for cluster, label in zip(clusters, labels, strict=True):
            terms = _terms([pieces[at] for at in cluster], label)
            topics.append(Topic(id=f"t{len(topics) + 1}", label=label, terms=terms))
        for number, cluster in enumerate(clusters, first):
            topic_of |= {statements[at].id: (f"t{number}",) for at in cluster}
    return topics, topic_of


def _clusters(pieces: Sequence[Piece]) -> list[list[int]]:
    if not pieces:
        return []
    clusters = clusters_of(affinities(pieces[:_LARGEST]))
    means = np.array([np.mean([pieces[place].vector for place in cluster], axis=0) for cluster in clusters])
    for at in range(_LARGEST, len(pieces)):
        clusters[int(np.argmax(means @ pieces[at].vector))].append(at)
    return clusters


def _together(clusters: Sequence[Sequence[int]], pieces: Sequence[Piece]) -> list[list[int]]:
    """The clusters, all that tells how long it took in the one that is most of it."""
    found = [list(cluster) for cluster in clusters]
    for field in sorted({field for piece in pieces for field in piece.sure}):
        own = {at for at, piece in enumerate(pieces) if field in piece.sure}
        home = max(found, key=lambda cluster: (len(own & set(cluster)) / len(cluster), len(cluster)))
        for cluster in found:
            if cluster is not home:
                cluster[:] = [at for at in cluster if at not in own]
        home += sorted(own - set(home))
        found = [cluster for cluster in found if cluster]
    return found


def named(clusters: Sequence[Sequence[int]], pieces: Sequence[Piece]) -> list[list[int]]:
    """The clusters with a noun. A piece of one without, and one that only points back ("Darüber ist nicht gesprochen
    worden"), goes to the cluster of the piece before it in its paragraph; else the first has no topic."""
    found = [list(cluster) for cluster in clusters if _has_noun(cluster, pieces)]
    home = {at: cluster for cluster in found for at in cluster}
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        pointing = piece.points_back and not piece.terms and not piece.sure
        if before is None or before.article != piece.article or before.paragraph != piece.paragraph:
            continue
        if at - 1 in home and (at not in home or pointing):
            if at in home:
                home[at].remove(at)
            home[at] = home[at - 1]
            home[at].append(at)
    return [cluster for cluster in found if _has_noun(cluster, pieces)]


def _has_noun(cluster: Sequence[int], pieces: Sequence[Piece]) -> bool:
    return any(pieces[at].capitals or pieces[at].terms for at in cluster)


def clusters_of(likeness: Floats) -> list[list[int]]:
    """The topics of a dossier as clusters of its pieces, from their likeness."""
    wanted = min(MOST, max(FEWEST, round(_TOPICS * len(likeness) ** 0.5)))
    alike = _ALIKE - log((MOST - 1) / (wanted - 1))
    return average_linkage(likeness, wanted, _SPREAD, alike)


def pieces_of(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    layers: Mapping[str, Layer],
    stop: Set[str],
    senses: Mapping[str, Sense],
) -> list[Piece]:
    """The pieces of some statements, in their order."""
    texts = {name: articles[name].text for name in {statement.article for statement in statements}}
    starts = {name: [token.start for token in layers[name].tokens] for name in texts}
    units = {name: _units(articles[name], layers[name]) for name in texts}
    paragraphs = {name: _Paragraphs(layers[name]) for name in texts}
    found = [_nouns(statement, articles[statement.article], stop) for statement in statements]
    words = joined(found, canonical(found))
    places: Counter[str] = Counter()
    pieces = []
    for statement, terms in zip(statements, words, strict=True):
        article = articles[statement.article]
        language = article.language or ""
        tokens = _tokens(statement.content, layers[article.id], starts[article.id])
        lows = [token.low for token in tokens if token.low not in stop]
        frame, content = told_of(statement, article)
        closed = module(language).CLOSED
        held = fields(language).of(lows)
        pieces.append(
            Piece(
                article=article.id,
                paragraph=paragraphs[article.id].of(tokens[0].index if tokens else 0),
                place=places[article.id],
                speaker=statement.said_by,
                nouns=frozenset(terms),
                words=frozenset(stemmed(low, language) for low in lows if len(low) > _SHORT and low not in closed)
                - frozenset(terms),
                fields=held,
                sure=frozenset(at for at, weight in held.items() if weight >= 1 and fields(language).all[at].sure),
                units=frozenset(unit for _, unit in units[article.id].inside(statement.content)),
                goes_on=any(token.low in words_of(language, "goes_on") for token in tokens[:_BEGINNING]),
                points_back=any(token.low in words_of(language, "points_back") for token in tokens[:_BEGINNING]),
                vector=sentence_vectors()(content),
                around=sentence_vectors()(f"{content} {frame}"),
                sense=senses[statement.id].vector,
                terms=terms,
                capitals=tuple(token.text for token in tokens[1:] if token.capital and token.low not in stop),
            )
        )
        places[article.id] += 1
    return pieces


class _Paragraphs:
    """The paragraph of a token."""

    def __init__(self, layer: Layer) -> None:
        self._firsts = [sentence.first for sentence in layer.sentences]
        self._numbers = [sentence.paragraph for sentence in layer.sentences]

    def of(self, token: int) -> int:
        at = bisect_left(self._firsts, token + 1) - 1
        return self._numbers[max(0, at)] if self._numbers else 0


def _units(article: Article, layer: Layer) -> Ordered[tuple[int, str]]:
    found = module(article.language or "").quantities(layer.tokens)
    units = [(layer.tokens[quantity.number].start, quantity.unit) for quantity in found if quantity.unit]
    return Ordered(units, lambda unit: unit[0])


def _tokens(spans: Sequence[Span], layer: Layer, starts: Sequence[int]) -> list[Token]:
    found: list[Token] = []
    for span in spans:
        tokens = layer.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found += [token for token in tokens if token.kind in (WORD, NUMBER)]
    return found


def _nouns(statement: Statement, article: Article, stop: Set[str]) -> Terms:
    """The terms of what is said; where a denial has none ("Das war kein Thema"), of the words that introduce it."""
    language = article.language or ""
    told = told_of(statement, article)
    found = terms_of(told.content, language, stop)
    if found.words or statement.modality != "denied":
        return found
    return terms_of(told.frame, language, stop)


def _labels(clusters: Sequence[Sequence[Piece]], poor: Set[str], of_fields: Fields) -> list[str]:
    """The label of each cluster: a noun near in meaning to what its pieces say and not to what all say, in many of its
    pieces, in several articles, of the field that they share, and not in other clusters' pieces.

    `poor` are words in lower case that only count or measure something ("Millionen"). One cluster of a field that no
    noun of it names has the field's own label ("knapp eine Stunde": "Dauer").
    """
    outside: Counter[str] = Counter(stem for cluster in clusters for piece in cluster for stem in piece.terms)
    means = [_mean([piece.vector for piece in cluster]) for cluster in clusters]
    labels: list[str] = []
    taken: set[str] = set()
    called = False
    for cluster, mean in zip(clusters, means, strict=True):
        own = mean - _mean(means)
        inside: Counter[str] = Counter(stem for piece in cluster for stem in piece.terms)
        forms = {stem: found[0] for piece in cluster for stem, found in piece.terms.items()}
        field = _main_field(cluster, of_fields)
        telling = {stem for stem in forms if of_fields.of([forms[stem].lower()]).get(field, 0) >= 1}
        articles: dict[str, set[str]] = {}
        for piece in cluster:
            for stem in piece.terms:
                articles.setdefault(stem, set()).add(piece.article)
        scores = {
            stem: (max(float(sentence_vectors()(forms[stem]) @ own), 0.0) + _FAR)
            * ((count + _ARTICLE * (len(articles[stem]) - 1)) * count / outside[stem]) ** 0.5
            * (_POOR if forms[stem].lower() in poor else 1.0)
            * (_TELLING if stem in telling else 1.0)
            for stem, count in inside.items()
            if stem not in taken
        }
        best = min(scores, key=lambda stem: (-scores[stem], stem), default="")
        spare = field >= 0 and of_fields.all[field].names and not called
        if spare and best not in telling and inside[best] <= 1:
            labels.append(of_fields.all[field].label)
            called = True
        else:
            labels.append(_label(cluster, best))
            taken.add(best)
    return labels


def _main_field(cluster: Sequence[Piece], of_fields: Fields) -> int:
    """The place of the field that at least half of a cluster's pieces speak of, two or more, or that two pieces surely
    speak of and that is always one topic; -1 for none.
    """
    sure = Counter(place for piece in cluster for place in piece.sure)
    place, count = max(sure.items(), key=lambda item: (item[1], -item[0]), default=(-1, 0))
    if count >= _FEWEST_HELD and of_fields.all[place].names:
        return place
    held = Counter(place for piece in cluster for place, weight in piece.fields.items() if weight >= _HELD)
    place, count = max(held.items(), key=lambda item: (item[1], -item[0]), default=(-1, 0))
    return place if count >= max(_FEWEST_HELD, len(cluster) / 2) else -1


_HELD, _FEWEST_HELD = 0.35, 2
"""How much a piece speaks for a field at least, and how many pieces do."""
_TELLING = 2.0
"""What a noun of the cluster's field is worth more as a name."""


def _mean(vectors: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    mean: NDArray[np.float32] = np.mean(vectors, axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)


def _label(cluster: Sequence[Piece], name: str) -> str:
    """The form in which the texts have a name most; any noun of a cluster without one."""
    forms: Counter[str] = Counter(form for piece in cluster for form in piece.terms.get(name, ()))
    forms = forms or Counter(form for piece in cluster for form in (*piece.capitals, *piece.terms))
    return min(forms, key=lambda form: (-forms[form], len(form), form))


_FAR = 0.1
"""What a word is worth as a name that is not near in meaning at all."""
_POOR = 0.2
"""What a word that only counts is worth as a name."""
_ARTICLE = 0.5
"""What a further article adds to a noun's weight, in pieces."""


def _terms(cluster: Sequence[Piece], label: str) -> tuple[str, ...]:
    forms: Counter[str] = Counter(
        form for piece in cluster for own in piece.terms.values() for form in own if form != label
    )
    return tuple(form for form, _ in forms.most_common(5))
