"""What all commands print with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from api.services import Services, Serving

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def services() -> "Services":
    """The parts, from the settings in force."""
    from api.services import Services
    from api.settings import load_settings

    return Services(load_settings())


def serving_of(parts: "Services") -> "Serving":
    """What questions are put to; where that is an older generation than it should be, it is said on standard error."""
    serving = parts.serving()
    if serving.problem is not None:
        err.print(serving.problem, style="yellow", markup=False)
    return serving


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A callback (stage, done, total) that draws one bar a stage on standard error; a total of 0 is not known yet."""
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=not err.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield report
        for task in tasks.values():
            if bars.tasks[task].total is None:
                bars.update(task, total=bars.tasks[task].completed)
