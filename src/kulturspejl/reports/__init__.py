"""Released to PDF. What a report says stands in Python; how it looks stands in typst/."""

from kulturspejl.reports.cards import Card as Card
from kulturspejl.reports.cards import Sheet as Sheet
from kulturspejl.reports.cards import cards_pdf as cards_pdf
from kulturspejl.reports.cards import sheets_pdf as sheets_pdf
from kulturspejl.reports.result import result_pdf as result_pdf
from kulturspejl.reports.round_form import RoundForm as RoundForm
from kulturspejl.reports.round_form import round_form_pdf as round_form_pdf
