"""A Spark cluster on this machine, for as long as a command runs: a standalone master and workers, each a process.

    python benchmarks/spark_cluster.py --workers 2 -- \\
        benchside corpus baselines CORPUS -o BASELINES --engine spark --master MASTER --memory 2GB

The word MASTER in the command stands for the master's address. Needs `benchside[spark]` and Java 17. All of it listens on
127.0.0.1 alone, and is ended with the command.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = 60
"""Seconds in which a process has to be ready."""


@contextmanager
def cluster(workers: int = 2, *, cores: int = 1, memory: str = "2g") -> Iterator[str]:
    """The address of a master with so many workers; all are ended afterwards. `memory` is what each worker may give out."""
    started: list[subprocess.Popen] = []
    with tempfile.TemporaryDirectory(prefix="benchside-spark-") as folder:
        try:
            log = _start(started, Path(folder), "Master", "--port", "0", "--webui-port", "0")
            address = _wait(log, started[0], lambda text: re.search(r"Starting Spark master at (spark://\S+)", text))[1]
            for number in range(workers):
                asked = ("--webui-port", "0", "--cores", str(cores), "--memory", memory)
                _start(started, Path(folder), "Worker", *asked, "--work-dir", f"{folder}/work-{number}", address)
            _wait(log, started[0], lambda text: text.count("Registering worker") >= workers)
            yield address
        finally:
            for process in reversed(started):
                process.terminate()
            for process in started:
                process.wait(WAIT)


def _start(started: list[subprocess.Popen], folder: Path, kind: str, *asked: str) -> Path:
    """Start a master or worker; its log."""
    import pyspark

    home = Path(pyspark.__file__).parent
    log = folder / f"{len(started)}.log"
    own = {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(folder)}
    name = f"org.apache.spark.deploy.{kind.lower()}.{kind}"
    with log.open("w") as file:
        command = [str(home / "bin" / "spark-class"), name, "--host", "127.0.0.1", *asked]
        started.append(subprocess.Popen(command, env=os.environ | own, stdout=file, stderr=file))
    return log


def _wait(log: Path, process: subprocess.Popen, found: Callable[[str], re.Match | bool | None]):
    """What is found in a log, once it is there."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until and process.poll() is None:
        if answer := found(log.read_text(errors="replace")):
            return answer
        time.sleep(0.1)
    raise RuntimeError(f"Spark did not start:\n{log.read_text(errors='replace')[-2000:]}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--cores", type=int, default=1, help="of each worker")
    asked.add_argument("--memory", default="2g", help="of each worker")
    asked.add_argument("command", nargs="+")
    given = asked.parse_args()
    with cluster(given.workers, cores=given.cores, memory=given.memory) as address:
        return subprocess.run([address if word == "MASTER" else word for word in given.command]).returncode


if __name__ == "__main__":
    sys.exit(main())
