"""A briefing: what is worth telling of some readouts."""
