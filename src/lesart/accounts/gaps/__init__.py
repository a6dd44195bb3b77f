"""Gaps between two accounts of an event: one file for each kind, each with one function from two accounts to gaps."""
