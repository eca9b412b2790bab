"""The server itself: granian in this process, jobs beside it, a clean end on SIGTERM and Ctrl-C."""

import asyncio
import ctypes
import gc
import logging
import os
import signal
import sys
from typing import NoReturn

import uvloop
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.common import SSLProtocols
from granian.server.embed import Server

from kulturspejl.cli.instance import Address
from kulturspejl.live import bell
from kulturspejl.web import asgi, at_hand, bells
from kulturspejl.web.jobs import Jobs
from kulturspejl.web.streams import MOST_OPEN, streams

BACKLOG = 1_024
YOUNG, MIDDLE, OLD = 5_000, 10, 10
"""New objects before the collector looks through them, where Python would at 700: sixty-four requests that come at once
have more than that in hand, and all of them were looked through again and again, a sixth of an answer's CPU."""

M_ARENA_MAX = -8
ARENAS = 2


def _share_memory() -> None:
    """Let the threads of glibc share two heaps: with one for each, fifty threads keep tens of megabytes unused."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(M_ARENA_MAX, ARENAS)


def serve(address: Address) -> NoReturn:
    """Serve until SIGTERM or SIGINT; answers that are under way are finished first. Then the process ends with 0."""
    _share_memory()
    at_hand.fetch()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    bell.start()
    jobs = Jobs()
    jobs.start()
    try:
        # Not Python's own loop: an answer costs a fifth less of the CPU, and so does whatever else many wait for.
        uvloop.run(_serve(address))
    finally:
        jobs.stop()
    _leave()


def _leave() -> NoReturn:
    """End without taking the interpreter down.

    A thread of granian's runtime that asks for the interpreter while it is taken down aborts the process
    (SIGABRT, seen once in some sixty stops on a busy machine), and a service manager would report a failure.
    """
    asgi.finish()
    _make_whole()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _make_whole() -> None:
    """Leave the embedded store whole in its main file: whoever copies that one alone has all of it."""
    from django.db import DatabaseError, connection

    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    except DatabaseError as error:
        # Nothing is lost: the next start reads the log beside it.
        logging.getLogger(__name__).warning("The store's log could not be taken into its file: %s", error)


async def _serve(address: Address) -> None:
    streams.most_open = MOST_OPEN
    server = Server(
        asgi.application,
        address=address.host,
        port=address.port,
        interface=Interfaces.ASGI,
        backlog=BACKLOG,
        # Granian's own default would stop at 1,024.
        backpressure=MOST_OPEN,
        websockets=False,
        # Addresses and links would stand in an access log, and with them who answered when.
        log_enabled=False,
        log_access=False,
        http1_settings=HTTP1Settings(),
        ssl_cert=address.certificate,
        ssl_key=address.key,
        # Phones from before 2018 know nothing newer.
        ssl_protocol_min=SSLProtocols.tls12,
    )

    def stop() -> None:
        bells.stop_all()
        server.stop()

    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stop)
    await server.serve()
