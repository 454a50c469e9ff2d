"""One table: how fast letters are made, beside other tools. `python benchmarks/speed/run.py [--quick]`.

All subjects of a table take turns, so that a busy machine slows them alike; the ratios can be trusted where the times
cannot. README.md says what each line is and how to have the peers found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import os
import platform
import shutil
import sys


def main() -> None:
    """Measure everything, and print the tables as each is ready."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds and shorter batches: two minutes, not twelve"
    )
    parser.add_argument("--peers", action="append", default=[], metavar="DIR", help="site-packages that holds peers")
    parser.add_argument("--cpu", action="store_true", help="processor time, but for batches")
    options = parser.parse_args()
    sys.path += options.peers  # last, so that what is installed here stays what it is
    logging.disable(logging.WARNING)  # WeasyPrint tells plain users much that they did not ask for
    if options.cpu:
        import measuring

        measuring.clock = measuring.processor_seconds
    print(_conditions(quick=options.quick, cpu=options.cpu), flush=True)
    _writers(5 if options.quick else 15)
    _cold(3 if options.quick else 9, options.peers)
    _batches(quick=options.quick)
    from peers import SCRATCH

    shutil.rmtree(SCRATCH)


def _conditions(*, quick: bool, cpu: bool) -> str:
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    kind = " (quick)" * quick + ", processor time" * cpu
    return (
        f"{dt.date.today():%Y-%m-%d}{kind}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"load at the start {load}\n"
    )


def _writers(rounds: int) -> None:
    import ours
    import peers
    from measuring import Subject, interleave, table

    docx = [
        peers.subject("python-docx", "docx", peers.python_docx),
        ours.docx_floor(),
        ours.writer("docx"),
        ours.whole_path("docx"),
        peers.subject("docxtpl", "docxtpl", peers.docxtpl),
        peers.subject("docx-mailmerge2", "mailmerge", peers.mailmerge),
        peers.subject("pandoc (a process)", "pypandoc", peers.pandoc, 1),
    ]
    pdf = [
        peers.subject("WeasyPrint, the same page", "weasyprint", peers.weasyprint_page),
        ours.pdf_floor(),
        ours.writer("pdf"),
        ours.whole_path("pdf"),
        peers.subject("WeasyPrint, the same page, tagged", "weasyprint", _tagged),
        peers.subject("WeasyPrint, the words alone", "weasyprint", peers.weasyprint_words),
        peers.subject("fpdf2", "fpdf", peers.fpdf2),
        peers.subject("reportlab", "reportlab", peers.reportlab),
        peers.subject("typst", "typst", peers.typst),
        peers.libreoffice(),
    ]
    texts: list[Subject] = [ours.writer("html"), ours.writer("txt")]
    interleave([*docx, *pdf, *texts], rounds)
    print(table("DOCX, warm, a letter", docx, docx[0]))
    print(table("PDF, warm, a letter", pdf, pdf[0]))
    print(table("HTML and text, warm, a letter", texts, docx[0]), flush=True)


def _tagged(module: object) -> object:
    import peers

    return peers.weasyprint_page(module, pdf_variant="pdf/ua-1")


def _cold(rounds: int, peers: list[str]) -> None:
    import cold
    from measuring import interleave, table

    subjects = cold.subjects(peers)
    interleave(subjects, rounds)
    print(table("cold, a process from start to end", subjects, subjects[0]))
    weasyprint, docxtpl = subjects[5], subjects[6]
    print(f"one letter cold: pdf {subjects[4].ratio_to(weasyprint):.2f} × a plain WeasyPrint script", end="")
    print(
        f", docx {subjects[3].ratio_to(docxtpl):.2f} × a plain docxtpl script\n" if docxtpl.times_ms else "\n",
        flush=True,
    )


def _batches(*, quick: bool) -> None:
    import batches

    print(batches.by_executor(200 if quick else 1000, "pdf", 1 if quick else 3), flush=True)
    print(batches.by_executor(400 if quick else 2000, "docx", 1 if quick else 3), flush=True)
    print(batches.by_length([10, 100, 1000] if quick else [10, 100, 1000, 10_000]), flush=True)
    print(batches.by_size(), flush=True)
    print(batches.memory(300 if quick else 1000), flush=True)


if __name__ == "__main__":
    main()
