"""Reading many reports: one after the other or in several processes, always in their order, faults said as they come.

Memory does not grow with the number of reports: each is read when it is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from lesart.errors import Reason, RecordError, RecordReason, ReportError
from lesart.model import Comparison, Reading
from lesart.pipeline import load_record, read_article
from lesart.record import Record
from lesart.sources import STDIN, Options, Report, expand, load
from lesart.statements import DEFAULT, LONGEST

_MANY = 5
"""Reports from which a progress bar is shown."""
_CHUNK = 8
"""Reports that a process takes at a time."""


class Read(msgspec.Struct, frozen=True):
    """What came of one report: a reading (or its JSON), notes about it, or why it could not be read."""

    reading: Reading | bytes | None
    notes: tuple[str, ...] = ()
    fault: str | None = None


def read_records(paths: Sequence[Path], maps: Sequence[Path], quiet: bool) -> tuple[list[Record], int]:
    """The records that can be used, and how many cannot; what is wrong, guessed or left out is said."""
    found, faults = [], 0
    for place, path in enumerate(paths):
        try:
            record = load_record(path, maps[place] if place < len(maps) else None)
        except RecordError as error:
            say(error.record, error.reason)
            faults += 1
            continue
        for note in record.notes if not quiet else ():
            say(str(path), note)
        found.append(record)
    return found, faults


def say_unasked(records: Sequence[Record], found: Comparison) -> None:
    """Name the records that no claim of a comparison was held against."""
    asked = {check.against for claim in found.claims for check in claim.checks}
    for record in records:
        if record.name not in asked:
            kinds = ", ".join(sorted(record.kinds)) or ", ".join(measure.name for measure in record.measures)
            say(record.name, RecordReason.NOT_ASKED.format(kinds))


def say(name: str, text: str) -> None:
    """A line about a report or record on standard error."""
    printable = "".join(c if c.isprintable() else "\ufffd" for c in f"{name}: {text}")
    print(f"lesart: {printable}", file=sys.stderr)


def read_report(report: Report, options: Options, engine: str, encoded: bool) -> Read:
    """Read one report; never raises for what is wrong with the report."""
    try:
        loaded = load(report, options)
        reading = read_article(loaded.article, engine, report)
    except ReportError as error:
        return Read(None, (), error.reason)
    notes = loaded.notes
    if engine == DEFAULT and len(reading.article.text) > LONGEST:
        notes = (*notes, Reason.BY_RULES.format(LONGEST))
    return Read(msgspec.json.encode(reading) if encoded else reading, notes)


class Run:
    """One run over the reports of a command line."""

    def __init__(
        self, arguments: Sequence[str], settings: dict[str, Any], jobs: int, quiet: bool, streams: bool = False
    ) -> None:
        """`streams`: results are printed as they come, so that on a terminal they show the progress themselves."""
        self.arguments = arguments
        self.engine = str(settings.pop("engine"))
        self.options = Options(**settings)
        self.jobs = jobs
        self.quiet = quiet
        self.streams = streams
        self.found = 0
        self.faults = 0

    @property
    def status(self) -> int:
        """The exit status: 0 all was read, 1 nothing was, 3 some was not."""
        if not self.faults:
            return 0
        return 3 if self.found else 1

    def readings(self) -> Iterator[Reading]:
        """The readings in order."""
        for _, read in self.sourced():
            yield read

    def sourced(self) -> Iterator[tuple[str, Reading]]:
        """The readings in order, each with the name of its report: a path or URL."""
        for name, read in self._named(encoded=False):
            if isinstance(read, Reading):
                yield name, read

    def lines(self) -> Iterator[bytes]:
        """The readings as JSON, in order."""
        for _, read in self._named(encoded=True):
            if isinstance(read, bytes):
                yield read

    def _named(self, encoded: bool) -> Iterator[tuple[str, Reading | bytes]]:
        reports = self._reports()
        results: Iterable[tuple[Report, Read]]
        if self.jobs == 1:
            results = ((report, read_report(report, self.options, self.engine, encoded)) for report in reports)
        else:
            results = _in_processes(reports, self.jobs, (self.options, self.engine, encoded))
        for report, read in self._with_progress(results):
            if read.fault is not None:
                say(report.name, read.fault)
                self.faults += 1
                continue
            if not self.quiet:
                for note in read.notes:
                    say(report.name, note)
            self.found += 1
            if read.reading is not None:
                yield report.name, read.reading

    def _reports(self) -> Iterator[Report]:
        for report in expand(self.arguments):
            if isinstance(report, ReportError):
                say(report.report, report.reason)
                self.faults += 1
            else:
                yield report

    def _with_progress(self, results: Iterable[tuple[Report, Read]]) -> Iterator[tuple[Report, Read]]:
        """A bar on standard error, when there is much to do and a terminal to show it that is not written to."""
        total = sum(1 for _ in expand(self.arguments)) if sys.stderr.isatty() and not self.quiet else 0
        if total < _MANY or (self.streams and sys.stdout.isatty()):
            yield from results
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        console = Console(stderr=True)
        with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console) as progress:
            task = progress.add_task("reading", total=total)
            for result in results:
                yield result
                progress.advance(task)


def _in_processes(
    reports: Iterable[Report], jobs: int, settings: tuple[Options, str, bool]
) -> Iterator[tuple[Report, Read]]:
    """The results in the order of the reports; a fixed number of reports is under way at a time.

    Processes have no standard input: what is read from there is read here. Where this ends early (Ctrl-C, a closed
    pipe), they are ended with it.
    """
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    waiting: list[tuple[list[Report], Future[list[Read]]]] = []
    chunks = _chunks(reports)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin_process)
    try:
        while True:
            while len(waiting) < jobs * 2 and (chunk := next(chunks, [])):
                if chunk[0].name == STDIN:
                    here: Future[list[Read]] = Future()
                    here.set_result(_read_chunk(chunk, *settings))
                    waiting.append((chunk, here))
                else:
                    waiting.append((chunk, pool.submit(_read_chunk, chunk, *settings)))
            if not waiting:
                break
            chunk, future = waiting.pop(0)
            yield from zip(chunk, future.result(), strict=True)
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Some reports at a time; standard input alone."""
    chunk: list[Report] = []
    for report in reports:
        if chunk and (len(chunk) == _CHUNK or STDIN in (report.name, chunk[0].name)):
            yield chunk
            chunk = []
        chunk.append(report)
    if chunk:
        yield chunk


def _begin_process() -> None:
    """One thread a process. Ctrl-C reaches every process of a terminal; the one that started the others ends them."""
    import signal

    from lesart.encoder.threads import use_threads

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_threads(1)


def _read_chunk(chunk: Sequence[Report], options: Options, engine: str, encoded: bool) -> list[Read]:
    return [read_report(report, options, engine, encoded) for report in chunk]
