"""Phrases in English."""
