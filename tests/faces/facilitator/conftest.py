"""A course with its two facilitators, and the browser of the one who made it."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.actions.rooms.course import Course, begin


@pytest.fixture
def course() -> Course:
    return begin(1)


@pytest.fixture
def frida(at: Callable[..., Client], course: Course) -> Client:
    return at(course.frida, "da")
