"""Readout: a Telegram bot that answers questions about readouts, with cited passages."""
