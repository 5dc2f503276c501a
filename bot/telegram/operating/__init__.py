"""The running bot from outside: how it is, what it counts, and the server that tells it and takes webhooks."""
