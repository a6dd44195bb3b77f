"""Topics: what statements are about, across the articles of a dossier."""

from lesart.topics.clusters import find_topics
from lesart.topics.pieces import cut
from lesart.topics.senses import senses_of

__all__ = ["cut", "find_topics", "senses_of"]
