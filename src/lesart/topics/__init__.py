"""Topics: what statements are about, across articles. This first version goes by shared nouns."""

from lesart.topics.clusters import find_topics
from lesart.topics.pieces import cut

__all__ = ["cut", "find_topics"]
