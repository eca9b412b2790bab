"""Django looks for models here; each concept has its own file."""

from kulturspejl.records.audit import AuditEntry, DemoMail
from kulturspejl.records.ballots import Box
from kulturspejl.records.gates import Gate
from kulturspejl.records.letters import Letter, LetterState, MailServer, Stuck
from kulturspejl.records.organisation import Organisation, Unit, UnitVersion
from kulturspejl.records.people import Grant, User
from kulturspejl.records.plans import Action, Trait
from kulturspejl.records.releases import LeaderLine, Release, ReleasedUnit, ResultShare
from kulturspejl.records.result_letters import ResultLetters
from kulturspejl.records.room_boxes import RoomBox
from kulturspejl.records.rooms import Participant, Room, RoomKind, RoomNote, RoomPicture, SealedNotes
from kulturspejl.records.rounds import Door, Invitation, Round, RoundState, RoundUnit
from kulturspejl.records.sent_forms import SentForm
from kulturspejl.records.written_by import WrittenBy

__all__ = [
    "Action",
    "AuditEntry",
    "Box",
    "DemoMail",
    "Door",
    "Gate",
    "Grant",
    "Invitation",
    "LeaderLine",
    "Letter",
    "LetterState",
    "MailServer",
    "Organisation",
    "Participant",
    "Release",
    "ReleasedUnit",
    "ResultLetters",
    "ResultShare",
    "Room",
    "RoomBox",
    "RoomKind",
    "RoomNote",
    "RoomPicture",
    "Round",
    "RoundState",
    "RoundUnit",
    "SealedNotes",
    "SentForm",
    "Stuck",
    "Trait",
    "Unit",
    "UnitVersion",
    "User",
    "WrittenBy",
]
