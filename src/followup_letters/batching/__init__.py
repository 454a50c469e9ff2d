"""Many interviews at once, on any concurrent.futures.Executor: a folder of letters for each, and a result that says so.

- running.py: the stream of interviews in, the stream of results out, in chunks
- rendering.py: one interview to its files, wherever that happens; the only part that runs in a worker
- workers.py: how such a worker behaves, above all at ^C
- sources.py: what an interview may come as, and the interviews of folders and JSON Lines
- journal.py: what earlier runs have finished, so that none of it is done again

Each interview gets a folder, named before any work begins by the file it came from. So names are unique over the whole
batch, do not depend on which worker is faster, and no two candidates' letters lie in one folder.
"""

from followup_letters.batching.rendering import Result
from followup_letters.batching.running import render_many
from followup_letters.batching.sources import interviews_in
from followup_letters.loading import Text

__all__ = ["Result", "Text", "interviews_in", "render_many"]
