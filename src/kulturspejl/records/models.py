"""Django looks for models here; each concept has its own file."""

from kulturspejl.records.accounts import OpenSession, SecurityEvent, SignInLink
from kulturspejl.records.audit import AuditEntry, ChangeNotice, DemoMail
from kulturspejl.records.ballots import Box
from kulturspejl.records.course_numbers import CourseNumbers
from kulturspejl.records.course_reading import AskedAddress, CourseReading, HomeworkMark, ReadingFile
from kulturspejl.records.courses import (
    Course,
    CourseClass,
    CourseDay,
    CourseGroup,
    CourseLetter,
    CourseRole,
    Membership,
)
from kulturspejl.records.gates import Gate
from kulturspejl.records.instance import InstanceFact
from kulturspejl.records.kept_meetings import KeptMeeting, RoomOffer
from kulturspejl.records.letters import Letter, LetterState, MailServer, Stuck
from kulturspejl.records.letters_off import LetterOff
from kulturspejl.records.local_help import HelpList
from kulturspejl.records.organisation import Organisation, Unit, UnitVersion
from kulturspejl.records.own_plan import PlanReminder, SealedPlan, SharedLine
from kulturspejl.records.own_things import OwnExercise, OwnLogo
from kulturspejl.records.people import Grant, User
from kulturspejl.records.plans import Action, ActionEvent, CalendarFeed, PlanStatus, Trait, TraitEvent
from kulturspejl.records.releases import LeaderLine, Release, ReleasedUnit, ResultShare
from kulturspejl.records.result_letters import ResultLetters
from kulturspejl.records.room_boxes import RoomBox, RoomGate
from kulturspejl.records.room_slides import RoomSlide
from kulturspejl.records.rooms import Participant, Room, RoomKind, RoomNote, RoomPicture, SealedNotes
from kulturspejl.records.rounds import Door, Invitation, LostBy, Round, RoundState, RoundUnit
from kulturspejl.records.sent_forms import SentForm
from kulturspejl.records.trio import AnnualMatter, TrioAgreement, TrioFocus, TrioMeeting
from kulturspejl.records.unit_lists import UnitList
from kulturspejl.records.written_by import WrittenBy

__all__ = [
    "Action",
    "ActionEvent",
    "AnnualMatter",
    "AskedAddress",
    "AuditEntry",
    "Box",
    "CalendarFeed",
    "ChangeNotice",
    "Course",
    "CourseClass",
    "CourseDay",
    "CourseGroup",
    "CourseLetter",
    "CourseNumbers",
    "CourseReading",
    "CourseRole",
    "DemoMail",
    "Door",
    "Gate",
    "Grant",
    "HelpList",
    "HomeworkMark",
    "InstanceFact",
    "Invitation",
    "KeptMeeting",
    "LeaderLine",
    "Letter",
    "LetterOff",
    "LetterState",
    "LostBy",
    "MailServer",
    "Membership",
    "OpenSession",
    "Organisation",
    "OwnExercise",
    "OwnLogo",
    "Participant",
    "PlanReminder",
    "PlanStatus",
    "ReadingFile",
    "Release",
    "ReleasedUnit",
    "ResultLetters",
    "ResultShare",
    "Room",
    "RoomBox",
    "RoomGate",
    "RoomKind",
    "RoomNote",
    "RoomOffer",
    "RoomPicture",
    "RoomSlide",
    "Round",
    "RoundState",
    "RoundUnit",
    "SealedNotes",
    "SealedPlan",
    "SecurityEvent",
    "SentForm",
    "SharedLine",
    "SignInLink",
    "Stuck",
    "Trait",
    "TraitEvent",
    "TrioAgreement",
    "TrioFocus",
    "TrioMeeting",
    "Unit",
    "UnitList",
    "UnitVersion",
    "User",
    "WrittenBy",
]
