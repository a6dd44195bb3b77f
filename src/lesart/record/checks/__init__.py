"""Checks: what the articles of a comparison, and the records that a user gives, say of a claim."""
