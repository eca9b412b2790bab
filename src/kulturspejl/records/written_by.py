"""Which versions of the program have written to this store, so that a later one can be named to an earlier one."""

from django.db import models


class WrittenBy(models.Model):
    """One line a version; the one with the latest `since` is the one in charge."""

    version = models.CharField(max_length=40, primary_key=True)
    since = models.DateTimeField()

    class Meta:
        db_table = "records_writtenby"

    def __str__(self) -> str:
        return self.version
