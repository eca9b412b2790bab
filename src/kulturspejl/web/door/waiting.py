"""Waiting in the event loop: for the writer, and for a rule that must ask the store in a thread.

On the embedded store that is whatever asks for more than a row; on PostgreSQL, which is asked over a net, every
question. The threads are few and stay, and each keeps its connection as long as the setting says.
"""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from django.core.exceptions import SynchronousOnlyOperation
from django.db import close_old_connections

from kulturspejl.actions.writer import Order, fulfil_soon, is_embedded

THREADS = 4
_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="kulturspejl-door")
Told = TypeVar("Told")
Made = TypeVar("Made")
_under_way: dict[tuple[asyncio.AbstractEventLoop, Hashable], "asyncio.Future[Any]"] = {}


async def fulfilled(order: Callable[[], Order[Told]]) -> Told:
    """What the action returns once it is on disk. `order` asks its rules, and may be called twice."""
    return await fulfil_soon(await asked(order))


async def asked(make: Callable[[], Made]) -> Made:
    """What `make` returns: here and now, or in a thread where it asks the store for more than is known here."""
    try:
        return make()
    except SynchronousOnlyOperation:
        return await apart(make)


async def apart(make: Callable[[], Made]) -> Made:
    """The same in a thread at once, for what is made once for many: whoever comes meanwhile waits for it there."""
    return await asyncio.get_running_loop().run_in_executor(_threads, _apart, make)


async def together(about: Hashable, make: Callable[[], Made]) -> Made:
    """The same once for all who ask `about` it while the answer is under way. Nothing is kept once it has come."""
    key = (asyncio.get_running_loop(), about)
    if key not in _under_way:
        _under_way[key] = asyncio.ensure_future(apart(make))
        _under_way[key].add_done_callback(lambda _done: _under_way.pop(key))
    return await asyncio.shield(_under_way[key])


def finish() -> None:
    """Wait for the questions that are under way; no other is asked after that."""
    _threads.shutdown()


def _apart(make: Callable[[], Made]) -> Made:
    _look_after()
    try:
        return make()
    finally:
        _look_after()


def _look_after() -> None:
    """Let go of a connection that is too old or broken; the file beside the program stays open: to open it is dear."""
    if not is_embedded():
        close_old_connections()
