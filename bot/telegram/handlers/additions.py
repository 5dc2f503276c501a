"""Documents are taken in: what is sent is read and shown, corrected by replies, and added when a button says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import ForceReply
from telegram.error import BadRequest

from bot.state.shelves import own_shelf
from bot.telegram.addressing import words_of
from bot.telegram.browsing import open_button
from bot.telegram.delivery import Place, topic, under
from bot.telegram.delivery import refused as refused_because
from bot.telegram.drafting import (
    LONGEST,
    CorrectionError,
    ask_for,
    corrected,
    in_language,
    is_particular,
    render_draft,
)  # fmt: skip
from bot.telegram.given import GivenAddress, GivenFile, given_in
from bot.telegram.refusals import refused, tell_refusal
from bot.telegram.rights import not_allowed
from bot.telegram.words import foreign, say
from index.errors import DocumentError
from index.reading.formats import LARGEST, named_format
from index.reading.sources import is_address
from index.types import COMMON

if TYPE_CHECKING:
    from telegram import Bot, CallbackQuery, Message

    from bot.state.drafts import Draft
    from bot.telegram.addressing import Command
    from bot.telegram.buttons import DraftPress
    from bot.telegram.desk import Desk
    from bot.telegram.given import Given, Origin
    from bot.telegram.rights import Rights
    from bot.telegram.taking import Like
    from index.documents import Found
    from index.types import Document, Language


class Additions:
    """Takes documents in.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._deciding: set[int] = set()

    async def asked(self, bot: Bot, message: Message, command: Command) -> None:
        """/add with an address, in the caption of a file, or as a reply to what is to be added."""
        given: Given | None = None
        if is_address(command.rest) and len(command.rest.split()) == 1:
            given = GivenAddress(command.rest)
        elif message.document is not None:
            given = given_in(message)
        elif message.reply_to_message is not None and not command.rest:
            given = given_in(message.reply_to_message)
        if given is None:
            desk, chat_id = self._desk, message.chat.id
            language = await desk.language(chat_id, message.from_user)
            rights = await desk.permissions.rights(bot, chat_id, message.from_user, message.sender_chat)
            told = "library.add_usage" if rights.are_any else not_allowed(chat_id)
            await desk.delivery.send(bot, under(message), say(language, told))
            return
        await self.offer(bot, message, given)

    async def offer(self, bot: Bot, message: Message, given: Given) -> None:
        """Read what was given, and show what was found in it; or say why it cannot be added."""
        desk = self._desk
        language = await desk.language(message.chat.id, message.from_user)
        rights = await desk.permissions.rights(bot, message.chat.id, message.from_user, message.sender_chat)
        if not rights.are_any:
            await desk.delivery.send(bot, under(message), say(language, not_allowed(message.chat.id)))
            return
        name = given.address if isinstance(given, GivenAddress) else given.name
        try:
            found = await self._found(bot, given)
        except DocumentError as error:
            html = tell_refusal(name, error.why, language)
        except _RefusedError as error:
            html = refused(name, str(error), language)
        else:
            html = await self._propose(bot, message, found, rights, language)
        if html:
            await desk.delivery.send(bot, under(message), html)

    async def replied(self, bot: Bot, message: Message) -> bool:
        """Take a reply to a message that asked for a particular; False where it is none."""
        desk, earlier = self._desk, message.reply_to_message
        if earlier is None:
            return False
        draft = await desk.remember(desk.drafts.asked_by, message.chat.id, earlier.message_id)
        if draft is None or draft.wanted is None:
            return False
        rights = await desk.permissions.rights(bot, message.chat.id, message.from_user, message.sender_chat)
        if not rights.are_any:
            await desk.delivery.send(bot, under(message), say(draft.language, not_allowed(message.chat.id)))
            return True
        try:
            draft = draft.corrected(corrected(draft.document, draft.wanted, words_of(message)))
        except CorrectionError as error:
            await desk.delivery.send(bot, under(message), say(draft.language, str(error), limit=LONGEST))
            return True
        await desk.remember(desk.drafts.correct, draft)
        await self._show(bot, draft, rights)
        await desk.delivery.send(bot, under(message), say(draft.language, "library.corrected_now"))
        return True

    async def refusal(self, bot: Bot, query: CallbackQuery, press: DraftPress) -> str | None:
        """Why a press of a button is not served: a phrase's name; None where it is."""
        desk = self._desk
        draft = await desk.remember(desk.drafts.get, press.draft_id)
        if query.message is None or draft is None or draft.chat_id != query.message.chat.id:
            return "library.expired"
        rights = await desk.permissions.rights(bot, draft.chat_id, query.from_user)
        wanted = {"common": rights.common, "own": rights.own}.get(press.verb, rights.are_any)
        return None if wanted else not_allowed(draft.chat_id)

    async def pressed(self, bot: Bot, query: CallbackQuery, press: DraftPress) -> None:
        """Do what a button under a draft says; what was decided before is only told again."""
        desk = self._desk
        draft = await desk.remember(desk.drafts.get, press.draft_id)
        if draft is None or query.message is None or draft.id in self._deciding:
            return
        if draft.message_id is None:
            # Whether it arrived was unknown until now.
            await desk.remember(desk.drafts.shown, draft.id, query.message.message_id)
            draft = replace(draft, message_id=query.message.message_id)
        rights = await desk.permissions.rights(bot, draft.chat_id, query.from_user)
        if draft.outcome is None and press.verb in {"common", "own", "fix", "cancel"}:
            self._deciding.add(draft.id)
            try:
                # Another press may have decided it meanwhile.
                draft = await desk.remember(desk.drafts.get, draft.id) or draft
                if draft.outcome is None:
                    await self._decide(bot, draft, press, rights)
            finally:
                self._deciding.discard(draft.id)
            return
        # In its turn, so that a reply finds what it answers noted.
        async with desk.order.turn(draft.chat_id):
            # A reply that came before may have corrected it meanwhile.
            draft = await desk.remember(desk.drafts.get, draft.id) or draft
            if draft.outcome is not None:
                await self._tell(bot, draft, draft.outcome, draft.document)
            elif (document := in_language(draft.document, press.verb)) is not None:
                draft = draft.corrected(document)
                await desk.remember(desk.drafts.correct, draft)
                await self._show(bot, draft, rights)
            elif is_particular(press.verb):
                await self._ask(bot, query, draft, press)

    async def _found(self, bot: Bot, given: Given) -> Found:
        """What was given, as a document.

        Raises:
            DocumentError: It cannot be one.
            _RefusedError: Telegram does not hand it over, or nothing here reads it.
        """
        taking = self._desk.taking
        async with taking.room:
            if isinstance(given, GivenAddress):
                return await taking.fetch(given.address)
            if isinstance(given, GivenFile):
                if named_format(given.name) is None:
                    raise _RefusedError("why_format")
                if given.size > LARGEST:
                    raise _RefusedError("why_telegram")
                try:
                    file = await bot.get_file(given.file_id)
                except BadRequest as error:
                    if refused_because(error, "file is too big"):
                        raise _RefusedError("why_telegram") from error
                    raise
                data = bytes(await file.download_as_bytearray())
                found = await taking.read(data, given.name, given.name)
            else:
                found = await taking.read(given.text.encode(), f"{given.name}.txt", given.name)
            return replace(found, document=_from(found.document, given.origin))

    async def _propose(self, bot: Bot, message: Message, found: Found, rights: Rights, language: Language) -> str:
        """Show a draft of what was found; where there is none, what to say instead."""
        desk, chat_id, document = self._desk, message.chat.id, found.document
        like = await self._like(document.text, chat_id, rights)
        if like is not None and like.share == 1.0 and like.document.text == document.text:
            title = foreign(like.document.title, language, LONGEST // 2)
            return say(language, "library.exact", title=title)
        likely = found.particulars.likely(document) if found.particulars else frozenset[str]()
        draft_id = await desk.remember(
            desk.drafts.add, chat_id, language, document, is_partial=bool(found.notes), likely=likely
        )
        draft = await desk.remember(desk.drafts.get, draft_id)
        if draft is None:
            return ""
        page = render_draft(draft, rights, like)
        sent = await desk.delivery.send(bot, under(message), page.html, page.buttons)
        await desk.remember(desk.drafts.shown, draft_id, sent)
        return ""

    async def _like(self, text: str, chat_id: int, rights: Rights) -> Like | None:
        """What is there already, of what the chat sees; for one who adds for everybody, of what everybody sees."""
        desk = self._desk
        seen = frozenset({COMMON}) if rights.common else await desk.remember(desk.shelves.seen_by, chat_id)
        return await desk.taking.like(text, seen)

    async def _show(self, bot: Bot, draft: Draft, rights: Rights) -> None:
        """Show a draft as it is now."""
        if draft.message_id is not None:
            page = render_draft(draft, rights, await self._like(draft.document.text, draft.chat_id, rights))
            await self._desk.delivery.edit(bot, draft.chat_id, draft.message_id, page.html, page.buttons)

    async def _ask(self, bot: Bot, query: CallbackQuery, draft: Draft, press: DraftPress) -> None:
        desk = self._desk
        thread = topic(query.message) if query.message is not None and query.message.is_accessible else None  # type: ignore[arg-type]
        place = Place(draft.chat_id, thread, draft.message_id)
        html = ask_for(press.verb, draft.language)  # type: ignore[arg-type]
        prompt = await desk.delivery.send(bot, place, html, ForceReply())
        await desk.remember(desk.drafts.ask, draft.id, press.verb, prompt)

    async def _decide(self, bot: Bot, draft: Draft, press: DraftPress, rights: Rights) -> None:
        """Add a draft, or throw it away."""
        desk, document, verb = self._desk, draft.document, press.verb
        outcome = {"common": "saved_all", "own": "saved_own", "fix": "saved_correction"}.get(verb, "cancelled")
        try:
            if verb == "common":
                document = await desk.taking.add(replace(document, shelf=COMMON))
            elif verb == "own":
                document = await desk.taking.add(replace(document, shelf=own_shelf(draft.chat_id)))
            elif verb == "fix":
                done = await self._correct(draft, press.key, rights)
                if isinstance(done, str):
                    await desk.delivery.send(
                        bot, Place(draft.chat_id, None, draft.message_id), say(draft.language, done)
                    )
                    await self._show(bot, draft, rights)
                    return
                document = done
        except DocumentError as error:
            html = tell_refusal(document.title, error.why, draft.language)
            await desk.delivery.send(bot, Place(draft.chat_id, None, draft.message_id), html)
            return
        await desk.remember(desk.drafts.decide, draft.id, outcome)
        await self._tell(bot, draft, outcome, document)

    async def _correct(self, draft: Draft, key: str | None, rights: Rights) -> Document | str:
        """Put a draft in the place of the very document that was shown; else the name of the phrase that says why not."""
        desk = self._desk
        shelves = await desk.remember(desk.shelves.seen_by, draft.chat_id)
        try:
            shown = await desk.taking.named(key or "", shelves)
            if not (rights.common if shown.shelf == COMMON else rights.own):
                return not_allowed(draft.chat_id)
            return await desk.taking.correct(shown.id, replace(draft.document, shelf=shown.shelf))
        except DocumentError:
            return "library.fix_changed"

    async def _tell(self, bot: Bot, draft: Draft, outcome: str, document: Document) -> None:
        """Tell in the place of a draft what became of it."""
        if draft.message_id is None:
            return
        title = foreign(document.title, draft.language, LONGEST // 2)
        html = say(draft.language, f"library.{outcome}", title=title)
        # Told again, after a restart, it is not known which document it became.
        is_known = outcome != "cancelled" and document is not draft.document
        buttons = open_button(document.id, draft.language) if is_known else None
        await self._desk.delivery.edit(bot, draft.chat_id, draft.message_id, html, buttons)


class _RefusedError(Exception):
    """What cannot be taken in; its text names the phrase that says why."""


def _from(document: Document, origin: Origin | None) -> Document:
    """A document with what a forwarded message tells of where it was written."""
    if origin is None:
        return document
    issuer = " ".join(origin.issuer.split()) or None
    return replace(
        document,
        # A channel publishes what it posts; a person passes on what others have published.
        issuer=(issuer or document.issuer) if origin.is_chat else (document.issuer or issuer),
        published=document.published or origin.published,
        address=document.address or origin.address,
    )
