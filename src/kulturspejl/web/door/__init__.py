"""The quick door: answers, taken in the event loop by the rules of the house, no thread and no Django handler for each.

What comes most often, and from everybody at once, comes in here: a code for a voucher, an answer with its voucher, the
page of questions, coming into a room, and what phones hand in there. Nothing is decided here. Where does a rule belong?

| a rule about | stands in |
|---|---|
| what came in: is it JSON, is it a UUID, how long is it | the faces; `incoming` takes what they would read alike |
| may this be: permission, state, sums | the action, up to its `Order` (`actions/writer`); pure checks in `core` |
| what is written together, and never together | the writer's doors (`actions/gates`, `ballots`, `rooms`) |
| keys and sealed lists | `vault` |
| who is slowed | `faces/shared/guesses`, asked here by the same head of a request |
| what is said, in which language, with which status | Django's way (`web/answering`, `web/pages`): see below |
| how much, how slowly, how many | `web/bodies`; HTTP itself is the server's (granian) |

**Only what is good is answered here.** As soon as a rule says no, the same request goes Django's way, body and all,
which says why, in words, and counts wrong guesses. So there is one place for each sentence, and this one cannot differ.
It may do so because every request at this door may be repeated: the same one twice has the same end.
Only "cannot be stored" is said here, because to ask again would make a slow disk slower.

A rule may ask the store what it likes. One indexed row is asked here (`records/questions`); more than that Django
refuses in an event loop, and then it is asked in a thread.

PostgreSQL is asked over a net: there every question goes to a thread that stays (`waiting`), the rest is the same.
"""
