"""Phrases in Arabic."""
