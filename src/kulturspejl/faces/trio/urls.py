"""Addresses of the trio face: reading what is asked, and releasing the sending."""

from django.urls import URLPattern, path

from kulturspejl.faces.trio import cards, closing, letters, meeting, page, release

urlpatterns: list[URLPattern] = [
    path("rounds/<uuid:round_id>/release", release.release, name="round_release"),
    path("rounds/<uuid:round_id>/hold", release.hold, name="round_hold"),
    path("rounds/<uuid:round_id>/resume", release.resume, name="round_resume"),
    path("rounds/<uuid:round_id>/cards.pdf", cards.cards, name="round_cards"),
    path("rounds/<uuid:round_id>/close/answer", closing.answer_close, name="round_close_answer"),
    path("rounds/<uuid:round_id>/letters", letters.letters, name="round_letters"),
    path(
        "rounds/<uuid:round_id>/letters/<uuid:invitation>/card.pdf", letters.own_card, name="round_own_card"
    ),
    path("trio/bring", page.bring, name="trio_bring"),
    path("units/<uuid:unit_id>/trio", page.trio_page, name="trio"),
    path("units/<uuid:unit_id>/trio/focus", page.choose_focus, name="trio_focus"),
    path("units/<uuid:unit_id>/trio/agreement", page.agreement, name="trio_agreement"),
    path("units/<uuid:unit_id>/trio/meetings", page.plan_meeting, name="trio_plan"),
    path(
        "units/<uuid:unit_id>/trio/meetings/<uuid:meeting_id>/call-off",
        meeting.call_off,
        name="trio_call_off",
    ),
    path("units/<uuid:unit_id>/trio/meetings/<uuid:meeting_id>/delete", meeting.delete, name="trio_delete"),
    path("units/<uuid:unit_id>/trio/list", page.put_on_list, name="trio_list"),
    path("units/<uuid:unit_id>/trio/list/<uuid:matter_id>/off", page.take_off_list, name="trio_list_off"),
    path("units/<uuid:unit_id>/trio/plan", page.send_to_plan, name="trio_to_plan"),
    path("units/<uuid:unit_id>/trio/yearly.pdf", page.yearly, name="trio_yearly"),
    path("trio/<uuid:meeting_id>", meeting.meeting, name="trio_meeting"),
    path("trio/<uuid:meeting_id>/move", meeting.move, name="trio_move"),
]
