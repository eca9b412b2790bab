"""Addresses of the respondent face."""

from django.urls import URLPattern, path

from kulturspejl.faces.respondent import answer, door_calls, front, try_alone, try_exercise

urlpatterns: list[URLPattern] = [
    path("", front.front_door, name="front_door"),
    path("try", try_alone.try_alone, name="try_alone"),
    path("try/<slug:exercise>", try_exercise.try_exercise, name="try_exercise"),
    path("r/<str:code>", answer.answer, name="answer"),
    path("r/<str:code>/admit", door_calls.admit, name="admit"),
    path("r/<str:code>/result.pdf", answer.result_pdf, name="door_pdf"),
    path("answers", door_calls.submit, name="submit_answers"),
]
