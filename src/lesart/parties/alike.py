"""Whether the name of a phrase and a party known already, or an adjective and a state, are one."""

from __future__ import annotations

from lesart.parties.cluster import Cluster
from lesart.parties.matching import PLAIN, name_stem, same_name, same_stem, same_words
from lesart.parties.phrases import SEATED, Description

STEM = 5
"""Letters that an adjective has in common with the name of its state."""


def makes_adjective(name: str, stem: str) -> bool:
    """Whether a state's name in lower case begins like its adjective without the ending: "trass|ische", "Trassland"."""
    plain, begins = name.translate(PLAIN), stem.translate(PLAIN)
    return plain.startswith(begins[:-1]) and len(name) <= len(stem) + STEM and not plain.startswith(begins + "isch")


def is_owner(cluster: Cluster, owner: str) -> bool:
    """Whether a party is the owner that a phrase names."""
    return owner in cluster.shorts or same_words(cluster.name, owner) or same_name(cluster.surname, owner.split()[-1])


def _one_owner(a: str, b: str) -> bool:
    """Whether two bodies of one name can be the same by their owners ("karsonische", "Karsoniens", "in Belgart")."""
    if not a or not b or a.startswith(SEATED + " ") != b.startswith(SEATED + " "):
        return True
    return name_stem(a)[:STEM] == name_stem(b)[:STEM]


def one_body(cluster: Cluster, description: Description) -> bool:
    """Whether a named phrase means a party already known."""
    a, b = cluster.name.split(), description.name.split()
    if len(a) == len(b):
        same = same_name if cluster.kind == "person" else same_stem
        return all(same(x, y) for x, y in zip(a, b, strict=True)) and _one_owner(cluster.owner, description.owner)
    if cluster.kind == "person" and len(b) == 1:
        return same_name(a[-1], b[0])
    return False
