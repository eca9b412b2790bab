"""Addresses of the leader face: what leader, AMR and TR share about their own units."""

from django.urls import URLPattern, path

from kulturspejl.faces.leader import home, lines, new_round, permissions, plan, result, round_page, steer

urlpatterns: list[URLPattern] = [
    path("home", home.home, name="home"),
    path("rounds/new/<uuid:unit_id>", new_round.new_round, name="round_new"),
    path("rounds/new/<uuid:unit_id>/foresight", new_round.foresight, name="round_foresight"),
    path("rounds/<uuid:round_id>", round_page.round_page, name="round_page"),
    path("rounds/<uuid:round_id>/remind", steer.remind, name="round_remind"),
    path("rounds/<uuid:round_id>/close", steer.close, name="round_close"),
    path("rounds/<uuid:round_id>/cancel", steer.cancel, name="round_cancel"),
    path("rounds/<uuid:round_id>/lines/<uuid:round_unit_id>", lines.lines, name="lines"),
    path("results/<uuid:round_unit_id>", result.result, name="result"),
    path("results/<uuid:round_unit_id>/result.pdf", result.pdf, name="result_pdf"),
    path("results/<uuid:round_unit_id>/share", result.share, name="result_share"),
    path("results/<uuid:round_unit_id>/line", result.show_line, name="line_show"),
    path("results/<uuid:round_unit_id>/trait", plan.choose_trait, name="trait_new"),
    path("traits/<uuid:trait_id>/action", plan.agree_action, name="action_new"),
    path("actions/<uuid:action_id>/state", plan.set_state, name="action_state"),
    path("units/<uuid:unit_id>/permissions", permissions.permissions, name="unit_permissions"),
]
