"""A Bot API server of the tests' own, as strict as Telegram's, for driving the real bot over real HTTP.

``server`` is the way in, ``chats`` the users' side, ``methods`` the bot's side, ``faults`` what goes wrong on demand.
"""
