"""Peak memory and its growth, in a process of its own: `python memory.py pdf 1000` prints two numbers of MB.

The first is the most that the process ever took, the second by how much it grew over so many letters after a warm-up.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from letters import example_letters, many_interviews

import followup_letters as fl


def told_mb(name: str) -> float:
    """What Linux tells of this process: VmRSS is what it takes now, VmHWM the most that it ever took."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(name))


def main(format: str, letters: int) -> None:
    """Compose and write `letters` letters, after 200 to warm up the caches."""
    written = 0
    before = 0.0
    for interview in many_interviews(letters + 200):
        for letter in fl.compose(interview):
            letter.render(format)
            written += 1
        if written >= 200 and not before:
            gc.collect()
            before = told_mb("VmRSS")
    gc.collect()
    growth = (told_mb("VmRSS") - before) * 1000 / (written - 200)
    print(f"{told_mb('VmHWM'):.1f} {growth:.2f}")


if __name__ == "__main__":
    assert example_letters()
    main(sys.argv[1], int(sys.argv[2]))
