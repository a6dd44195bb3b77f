"""Which parties of an article the user's list knows: those of one line are one party."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.parties.cluster import Cluster
from lesart.parties.known import Known, KnownParties


def identified(
    clusters: Sequence[Cluster], parties: KnownParties, day: str
) -> tuple[list[Cluster], dict[int, Cluster], dict[int, Known]]:
    """The clusters without doubles; for each (by identity) the one that stands for it; and who it is, where known.

    `day` is that of the article (ISO, or empty): offices are those held then.
    """
    kept: list[Cluster] = []
    stands: dict[int, Cluster] = {}
    lines: dict[int, Known] = {}
    by_identity: dict[str, Cluster] = {}
    for cluster in clusters:
        names = [name for name in (cluster.name, *cluster.shorts) if name]
        line = next((found for name in names if (found := parties.of(name, day))), None)
        same = by_identity.get(line.identity) if line else None
        if same is not None:
            stands[id(cluster)] = same
            for place in cluster.places:
                same.add_place(place)
            continue
        kept.append(cluster)
        stands[id(cluster)] = cluster
        if line is not None:
            by_identity[line.identity] = cluster
            lines[id(cluster)] = line
            _take(cluster, line)
    return kept, stands, lines


def _take(cluster: Cluster, line: Known) -> None:
    """What the list says beats what the text seems to say."""
    cluster.name, cluster.kind = line.name, line.kind
    cluster.owner = line.affiliation or cluster.owner
    if line.role:
        cluster.roles.insert(0, line.role)
