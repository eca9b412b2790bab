"""What the page's own script says, in the reader's language."""

from django.utils.translation import gettext as _


def of_the_points() -> dict[str, str]:
    """Words of the point control, shared by every page that has one."""
    return {
        "fewer": _("Fewer"),
        "more": _("More"),
        "left_one": _("{n} point left"),
        "left_many": _("{n} points left"),
        "too_many_one": _("{n} point too many"),
        "too_many_many": _("{n} points too many"),
        "all_given": _("All points are given"),
        "none_left": _("No points left. Take one from another line first."),
        "no_more": _("There are no more points than {n} for this one."),
        "give_left_one": _("There is {n} point left to give before you go on."),
        "give_left_many": _("There are {n} points left to give before you go on."),
        "undone": _("Undone. {left}"),
        "now": _("Now"),
        "wish": _("Preferred"),
        "own_picture": _("Your own picture"),
        "of": _("{parts} of {whole}"),
    }


def of_answering(*, is_chosen: bool = False) -> dict[str, str]:
    """Words of the draft and the outbox too; `is_chosen`: steps are chosen, and no points are given."""
    controls = {"choose": _("Choose one of them before you go on.")} if is_chosen else of_the_points()
    return controls | {
        "draft_back": _("Your numbers are still here. Go on where you stopped."),
        "sending": _("Sending …"),
        "offline": _(
            "There is no network right now. Your answers are on your own device and will be sent when the "
            "connection is back. Leave the page open, or open it again later."
        ),
        "later": _("The server is busy. Your answers are on your own device and will be sent in a moment."),
        "sent": _("Sent. Everything is in place."),
        "not_known": _("The code is not known any more. Your numbers are still on your own device."),
        "spent": _(
            "The code has been used already. Your numbers are still on your own device. If you have answered, "
            "the same code shows the result once the round is closed."
        ),
        "closed": _(
            "The round was closed before your answer came, so it cannot count. Your numbers are still on your own "
            "device."
        ),
        "to_result": _("To the result"),
        "mend": _("Some numbers must be corrected before sending."),
        "kept": _("Kept on this phone. You find it under “Try it yourself”, where you can delete it too."),
    }


def of_trying() -> dict[str, str]:
    """Words of the profile alone."""
    return of_the_points() | {
        "title": _("Your picture of the culture"),
        "made": _("Made {date} on my own device"),
        "asks": _("A question to take to the team"),
        "delete": _("Delete"),
        "delete_sure": _("Delete all numbers from this device? It cannot be undone."),
        "deleted": _("Deleted. Nothing is left on this device."),
    } | _of_a_file()


def _of_a_file() -> dict[str, str]:
    """Words for a file that somebody has taken along; the keys after "file_" are what own_file.js refuses with."""
    return {
        "file_opened": _("The file is open. Nothing has been sent."),
        "file_opened_plan": _("The file is open. There is no whole profile in it. Nothing has been sent."),
        "file_replace": _("There are numbers here already. Replace them by those in the file?"),
        "file_too_long": _("The file is too big to be one from Kulturspejl. Nothing has been changed."),
        "file_not_ours": _("This is not a file from Kulturspejl, or it is damaged. Nothing has been changed."),
        "file_newer": _("The file comes from a newer Kulturspejl than this one, and cannot be read here."),
        "file_bad_profile": _("The numbers in the file do not add up. Nothing has been changed."),
        "own_goal": _("My goal for the day"),
        "own_trait": _("The trait I want to work on"),
        "own_first_step": _("My first step"),
        "own_day": _("The day I take it"),
        "own_partner": _("Who asks me whether I got it done"),
    }
