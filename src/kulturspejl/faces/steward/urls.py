"""Addresses of the steward face: the organisation, its people, rounds over a branch, pictures, and the demo."""

from django.urls import URLPattern, path

from kulturspejl.faces.steward import (
    branch,
    changes,
    organisation,
    people,
    people_table,
    pictures,
    rounds,
    settings,
    start,
    table,
    unit_list,
    units,
)
from kulturspejl.faces.steward.demo import pages as demo

urlpatterns: list[URLPattern] = [
    path("start", start.start, name="start"),
    path("organisation", organisation.organisation, name="organisation"),
    path("organisation/settings", settings.settings, name="organisation_settings"),
    path("organisation/changes", changes.changes, name="changes"),
    path("organisation/rounds", rounds.rounds, name="all_rounds"),
    path("organisation/rounds/<uuid:round_id>/delete", rounds.delete, name="round_delete"),
    path("organisation/units/new", units.new, name="unit_new"),
    path("organisation/units/table", table.table, name="unit_table"),
    path("organisation/units/lists/<uuid:list_id>", unit_list.unit_list, name="unit_list"),
    path("organisation/units/lists/<uuid:list_id>/undo", unit_list.undo, name="unit_list_undo"),
    path("organisation/units.csv", table.download, name="unit_download"),
    path("organisation/units/<uuid:unit_id>", units.change, name="unit_change"),
    path("organisation/units/closed", units.closed, name="closed_units"),
    path("organisation/units/<uuid:unit_id>/open", units.open_again, name="unit_open"),
    path("organisation/units/<uuid:unit_id>/close", units.close, name="unit_close"),
    path("people", people.people, name="people"),
    path("people/table", people_table.people_table, name="people_table"),
    path("people.csv", people_table.download, name="people_download"),
    path("people/<uuid:grant_id>/end", people.end, name="grant_end"),
    path("rounds/new-branch/<uuid:unit_id>", branch.new_branch, name="branch_new"),
    path("pictures", pictures.pictures, name="pictures"),
    path("demo/", demo.roles, name="demo"),
    path("demo/mails", demo.mails, name="demo_mails"),
    path("demo/<slug:key>", demo.sign_in, name="demo_sign_in"),
]
