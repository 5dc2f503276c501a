"""What the running bot counts, for Prometheus: no chats, no texts, no names. No other module imports its client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from bot.state.health import Health

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Counters and gauges in a registry of their own; they begin at nought with the process."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        self._questions = Counter("readout_questions", "Questions answered.", ["status", "language"], registry=own)
        self._answering = Histogram(
            "readout_answer_seconds", "From the call of the answerer to its answer.", registry=own, buckets=_SECONDS
        )
        self._handling = Histogram(
            "readout_update_seconds",
            "From when an update was read from the inbox to its end.",
            registry=own,
            buckets=_SECONDS,
        )
        self._too_many = Counter("readout_too_many_requests", "Answers of Telegram with 429.", registry=own)
        self._retries = Counter("readout_retries", "Messages and edits that were tried again.", registry=own)
        self._unknown = Counter("readout_unknown_outcomes", "Sendings of which nobody knows the outcome.", registry=own)
        self._apart = Counter("readout_quarantined_updates", "Updates that could not be read.", registry=own)
        self._refused = Counter(
            "readout_webhook_refused", "Requests to the webhook that were refused.", ["reason"], registry=own
        )
        for reason in ("secret", "size", "malformed", "state"):
            self._refused.labels(reason)
        self._gauges = {
            name: Gauge(f"readout_{name}", told, registry=own)
            for name, told in (
                ("inbox_waiting", "Updates that wait or are being handled."),
                ("inbox_oldest_seconds", "How long the oldest of them has waited."),
                ("inbox_quarantined", "Updates that are kept apart."),
                ("outbox_unsent", "Messages begun that have not arrived for all that is known."),
                ("telegram_heard_seconds", "Since the last completed poll, or the last sign that the webhook works."),
                ("replicas", "Processes that serve from this database."),
                ("database_writable", "1 where the database takes a write."),
                ("disk_free_bytes", "Room on the disk of the database."),
                ("ready", "1 where /ready says so."),
            )
        }

    def question(self, status: str, language: str, seconds: float) -> None:
        """A question was answered."""
        self._questions.labels(status, language).inc()
        self._answering.observe(seconds)

    def update(self, seconds: float) -> None:
        """An update was done with, so long after it was read from the inbox."""
        self._handling.observe(seconds)

    def too_many(self) -> None:
        """Telegram said that there were too many requests."""
        self._too_many.inc()

    def retried(self) -> None:
        """Something is to be sent again."""
        self._retries.inc()

    def unknown(self) -> None:
        """Nobody knows whether a message has arrived."""
        self._unknown.inc()

    def quarantined(self) -> None:
        """An update could not be read."""
        self._apart.inc()

    def refused(self, reason: str) -> None:
        """A request to the webhook was refused."""
        self._refused.labels(reason).inc()

    def told(self, health: Health) -> bytes:
        """All of it, in the text format of Prometheus.

        Args:
            health: How the bot is at this moment.
        """
        values = {
            "inbox_waiting": health.waiting,
            "inbox_oldest_seconds": health.oldest_seconds or 0,
            "inbox_quarantined": health.quarantined,
            "outbox_unsent": health.unsent,
            # Never heard is for ever, not just now.
            "telegram_heard_seconds": float("inf") if health.heard_seconds is None else health.heard_seconds,
            "replicas": health.replicas,
            "database_writable": int(health.is_writable),
            "disk_free_bytes": health.free_bytes,
            "ready": int(not health.problems),
        }
        for name, value in values.items():
            self._gauges[name].set(value)
        return generate_latest(self._registry)
