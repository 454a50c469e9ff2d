"""What to do after an interview, and when: `plan` makes the dated steps; call sheets and calendars are made of them.

`steps` holds the nouns. `scheduling` is the way from end to end: `unfolding` begins as `beginning` says and takes the
history event by event; `following` is the table of what follows each answer (`calling_back`, with `moments` for what
many answers share), `offers` adds the other employer's, and a `course` is what stands open meanwhile. `plans` is the
result. It is shown by `timeline` (a terminal), `picture` (a notebook), `calendar` and `call_sheets`: `sheet_context`
gathers what a sheet may say, `occasions` and `voiced` what a call is for, `saying` and `sheet_fitting` make it fit.
`second_interviews` gives what carries over to another interview at the same company. Letters are not made here.
"""

from followup_letters.planning.plans import Plan
from followup_letters.planning.scheduling import plan
from followup_letters.planning.second_interviews import second_interview
from followup_letters.planning.steps import Doing, State, Step

__all__ = ["Doing", "Plan", "State", "Step", "plan", "second_interview"]
