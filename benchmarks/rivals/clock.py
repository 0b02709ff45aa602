"""How each way of doing the job is measured: in a process of its own, from after its imports to its file being written."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def measured(job: Callable[..., object]) -> None:
    """Do the job once with the paths named on the command line; print what it took, as JSON.

    `seconds` and `cpu` of the job, `peak` memory in MB, and the seconds of the `whole` process, imports and all, since
    the start that the environment names. Nothing is done beforehand: what a library does on its first call is part of the time.
    """
    paths = [Path(p) for p in sys.argv[1:]]
    begun, used = time.perf_counter(), _cpu()
    job(*paths)
    found = {"seconds": time.perf_counter() - begun, "cpu": _cpu() - used, "peak": _peak()}
    print(json.dumps(found | {"whole": time.time() - float(os.environ.get("BENCHMARK_BEGUN", "nan"))}))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    """MB. On Linux the mark of this program alone: what getrusage says begins with the peak of the process that started it."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024
