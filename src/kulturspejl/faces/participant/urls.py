"""Addresses of the participant face.

What is handed in without a name has an address where the phone's key is never sent: the cookie's path does not
reach it.
"""

from django.urls import URLPattern, path

from kulturspejl.faces.participant import (
    agreed,
    between,
    handing_in,
    joining,
    local_help,
    phone,
    sealing,
    sheets,
)
from kulturspejl.faces.participant.course import own as course_own
from kulturspejl.faces.participant.course import signing_up
from kulturspejl.faces.participant.plan import account, by_address, links

urlpatterns: list[URLPattern] = [
    path("room/<str:code>", joining.join, name="room"),
    path("room/<str:code>/back", joining.back, name="room_back"),
    path("room/<str:code>/now", phone.now, name="room_now"),
    path("room/<str:code>/do", phone.do, name="room_do"),
    path("room/<str:code>/contributions", handing_in.contributions, name="room_contributions"),
    path("room/<str:code>/agreed.pdf", agreed.agreed_file, name="room_agreed"),
    path("room/<str:code>/help", local_help.help_here, name="room_help"),
    path("room/<str:code>/sealed", sealing.sealed, name="room_sealed"),
    path("room/<str:code>/voucher", handing_in.voucher, name="room_voucher"),
    path("sheets", sheets.sheets, name="sheets"),
    path("course/<str:key>", course_own.own, name="course_own"),
    path("course/<str:key>/days.ics", course_own.days, name="course_days_file"),
    path("course/<str:key>/calendar.ics", course_own.feed, name="course_feed"),
    path("courses", course_own.mine, name="my_courses"),
    path("courses/lost", signing_up.lost, name="course_lost"),
    path("sign-up/<str:code>", signing_up.sign_up, name="course_door"),
    path("without-a-name/<str:code>", handing_in.without_a_name, name="room_unsigned"),
    path("without-a-name/<str:code>/back", handing_in.back_without_a_name, name="room_unsigned_back"),
    path("course/<str:key>/reading", between.reading, name="own_reading"),
    path("course/<str:key>/reading/<uuid:reading_id>/file", between.reading_file, name="own_reading_file"),
    path("course/<str:key>/homework/<slug:homework_id>", between.own_homework, name="own_homework"),
    path("course/<str:key>/homework/<slug:homework_id>/done", between.homework_done, name="own_homework_done"),
    path("course/<str:key>/certificate.pdf", between.certificate, name="own_certificate"),
    path("own-plan", account.plan, name="own_plan"),
    path("own-plan/sealed", account.sealed, name="own_plan_sealed"),
    path("own-plan/line", account.share, name="own_plan_line"),
    path("own-plan/line/back", account.take_back, name="own_plan_line_back"),
    path("own-plan/reminder", account.remind, name="own_plan_reminder"),
    path("course/<str:key>/plan", by_address.course_plan, name="course_plan"),
    path("course/<str:key>/plan/sealed", by_address.course_sealed, name="course_plan_sealed"),
    path("course/<str:key>/plan/line", by_address.course_share, name="course_plan_line"),
    path("course/<str:key>/plan/line/back", by_address.course_take_back, name="course_plan_line_back"),
    path("course/<str:key>/plan/reminder", by_address.course_remind, name="course_plan_reminder"),
    path("room/<str:code>/plan", by_address.room_plan, name="room_plan"),
    path("plan/<str:key>", by_address.plan, name="plan_by_address"),
    path("plan/<str:key>/sealed", by_address.sealed, name="plan_sealed"),
    path("reminder/<str:key>", links.reminder, name="reminder"),
    path("line/<str:key>", links.line, name="shared_line"),
]
