"""The list of help that an organisation keeps for its people."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.organisation import Organisation


class HelpList(models.Model):
    """`lines` are as core/local_help keeps them; `keeper` is who keeps the list, `looked_on` when it was last read."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, primary_key=True, related_name="help_list"
    )
    lines = models.JSONField(default=list)
    keeper = OneLine(max_length=120, blank=True, default="")
    looked_on = models.DateField()

    def __str__(self) -> str:
        return str(self.organisation)
