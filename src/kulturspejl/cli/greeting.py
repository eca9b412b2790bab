"""What `serve` says when it is ready."""

from kulturspejl.cli.instance import Address


def where_to_look(address: Address) -> str:
    """The address, and on an empty instance the link that makes the first organisation."""
    from django.conf import settings

    from kulturspejl.faces.steward import start_code

    lines = [f"Kulturspejl serves on {address.url}  (stop with Ctrl-C)", f"Everything is kept in {_where()}."]
    code = start_code.current()
    if code:
        lines += [
            "Nothing is here yet. Make the first organisation and its administrator on this page:",
            f"  {settings.KULTURSPEJL_BASE_URL}/start?code={code}",
            "The code in the link is yours alone: without it the page does nothing.",
        ]
    return "\n".join(lines)


def _where() -> str:
    """The folder by its whole name: the same command in another folder is another instance."""
    from django.conf import settings
    from django.db import connection

    folder = str(settings.KULTURSPEJL_VAR)
    if connection.vendor == "sqlite":
        return folder
    from kulturspejl.cli import instance

    return f"{instance.store()[0].lower()}{instance.store()[1:]}, and in {folder}"
