"""What to do after an interview, and when: `plan` makes the dated steps; call sheets and calendars are made of them.

`steps` holds the nouns; `following` is the table of what follows each answer; `second_interview` gives what carries
over to another interview at the same company. Letters are not made here.
"""

from followup_letters.planning.plans import Plan
from followup_letters.planning.scheduling import plan
from followup_letters.planning.second_interviews import second_interview
from followup_letters.planning.steps import Doing, State, Step

__all__ = ["Doing", "Plan", "State", "Step", "plan", "second_interview"]
