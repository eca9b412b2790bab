"""`kulturspejl demo`: an organisation to walk around in, on a store of its own."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

SUMMARY = "load a made-up organisation, say where to look, and serve it"


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    made = argparse.ArgumentParser(prog="kulturspejl demo", description=SUMMARY)
    made.add_argument("--port", type=int, default=8000, help="default: %(default)s")
    made.add_argument("--no-serve", action="store_true", help="load it and stop")
    made.add_argument("--lan", action="store_true", help="let phones on the same net open it; prints a QR code")
    made.add_argument("--language", choices=("da", "en"), default="da", help="of the organisation's own words")
    made.add_argument("--fresh", action="store_true", help="throw away the demo that is there, and make a new one")
    return made


def run(argv: Sequence[str]) -> int:
    """Load (unless it is there) and serve."""
    given = parser().parse_args(argv)
    _surroundings()
    from kulturspejl.cli import apart, at_work, instance
    from kulturspejl.cli.demo import lan
    from kulturspejl.web import at_hand

    own = lan.address() if given.lan else None
    if given.lan and own is None:
        sys.exit("This machine has no address on a net. Connect it, or leave out --lan.")
    address = instance.Address("0.0.0.0" if own else "127.0.0.1", given.port)
    url = f"http://{own}:{given.port}" if own else address.url
    os.environ.setdefault("KULTURSPEJL_BASE_URL", url)
    if not given.no_serve:
        instance.refuse(address)
    if given.fresh:
        _throw_away()
    instance.set_up()
    at_work.begin()
    at_hand.tidy()
    instance.prepare()
    apart.run_apart(lambda: _load(given.language))
    _tell(url, lan.qr(url) if own else "")
    if not given.no_serve:
        from kulturspejl.cli import server

        server.serve(address)
    return 0


def _surroundings() -> None:
    """A store of its own, whatever the real one is, and mails on a page."""
    os.environ["KULTURSPEJL_DEMO"] = "1"
    os.environ.setdefault("KULTURSPEJL_VAR", str(Path("var") / "demo"))
    os.environ.pop("DATABASE_URL", None)


def _throw_away() -> None:
    import shutil

    from kulturspejl.cli import at_work

    folder = Path(os.environ["KULTURSPEJL_VAR"])
    if folder.exists() and not (folder / "demo.json").exists():
        sys.exit(f"{folder} holds no demo, so it is left alone.")
    if at_work.is_served(folder):
        sys.exit(f"A demo is being served from {folder}. Stop it first.")
    shutil.rmtree(folder, ignore_errors=True)


def _load(language: str) -> None:
    from kulturspejl.actions import whole_store
    from kulturspejl.cli.demo import classroom
    from kulturspejl.cli.demo.build import build
    from kulturspejl.faces.shared import clock, played
    from kulturspejl.faces.steward.demo import guide
    from kulturspejl.readers import organisation

    if guide.read() is not None:
        classroom.ready(language, clock.now())
        return
    if not organisation.is_empty():
        sys.exit("This store already holds an organisation. The demo wants an empty one: set KULTURSPEJL_VAR.")
    print("Making the demo organisation ...", flush=True)
    begin = time.monotonic()
    # The half-year begins from empty tables: they need not be made a second time.
    whole_store.keep_whole(played.folder() / "empty")
    guide.keep(build(language, clock.now()))
    classroom.ready(language, clock.now())
    print(f"Made in {time.monotonic() - begin:.0f} s.", flush=True)


def _tell(url: str, qr: str) -> None:
    print(f"\nKulturspejl, demo\n\n  {url}        the front door\n  {url}/demo/  step into a role with one click")
    print(f"  {url}/demo/mails  the mails that would have been sent\n", flush=True)
    if qr:
        print(f"{qr}\nPhones on the same net: scan, or write {url}\n", flush=True)
