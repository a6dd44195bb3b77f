"""How readings and comparisons are shown: JSON, terminal, HTML. Nothing here finds anything."""
