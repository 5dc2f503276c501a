"""Finds passages: documents in, hits out. Knows nothing of chats, answers or Telegram."""
