"""All tables at once in a store that has none: what the migrations make one after the other, in a tenth of the time.

Nearly all of a migration's time goes into what the tables before it were like, and in an empty store nobody asks.
`tests/cli/test_first_tables.py` holds the one against the other.
"""

from django.db import connection

from kulturspejl.cli.archive import ground, schema


def make_where_none_are() -> None:
    """As if every migration had just been run. A store with any table at all goes their way, from where it is."""
    if not connection.introspection.table_names():
        make(schema.newest())


def make(made: schema.Schema) -> None:
    """These tables of ours, and those that they lean on."""
    ground.framework()
    with ground.all_or_nothing():
        ground.lay(made)
