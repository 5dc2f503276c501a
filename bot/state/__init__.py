"""What must survive a restart. Knows nothing of Telegram's classes and nothing of how an answer looks."""
