"""The readouts that a new library starts with, and their manifest."""
