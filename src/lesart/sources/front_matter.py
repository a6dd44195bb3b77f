"""YAML front matter: `title`, `outlet`, `author`, `published`, `language`, `url`, all optional."""

from __future__ import annotations

import re

FIELDS = ("title", "outlet", "author", "published", "language", "url")
_BLOCK = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n?---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)?", re.DOTALL)


def split(text: str) -> tuple[dict[str, str], str, str | None]:
    """The fields, the text behind the front matter, and what is wrong with it (None: nothing).

    What is no valid YAML (a title with a colon and no quotation marks, mostly) is read line by line. A text that begins
    with `---` but has no `name: value` behind it is all text.
    """
    block = _BLOCK.match(text)
    if not block:
        return {}, text, None
    import yaml

    try:
        values = yaml.load(block[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        return _lines(block[1]), text[block.end() :], str(getattr(error, "problem", None) or "syntax error")
    if not isinstance(values, dict):
        return {}, text, None
    fields = {
        name: values[name].strip() for name in FIELDS if isinstance(values.get(name), str) and values[name].strip()
    }
    return fields, text[block.end() :], None


def _lines(block: str) -> dict[str, str]:
    """The fields of a block that is no YAML, a line each."""
    pairs = (line.partition(":") for line in block.splitlines())
    found = {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}
    return {name: found[name] for name in FIELDS if found.get(name)}
