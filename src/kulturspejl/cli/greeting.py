"""What `serve` says when it is ready."""

from kulturspejl.cli.instance import Address


def where_to_look(address: Address) -> str:
    """The address, and on an empty instance the link that makes the first organisation."""
    from django.conf import settings

    from kulturspejl.faces.steward import start_code

    lines = [f"Kulturspejl serves on {address.url}  (stop with Ctrl-C)"]
    code = start_code.current()
    if code:
        lines += [
            "Nothing is here yet. Make the first organisation and its administrator on this page:",
            f"  {settings.KULTURSPEJL_BASE_URL}/start?code={code}",
            "The code in the link is yours alone: without it the page does nothing.",
        ]
    return "\n".join(lines)
