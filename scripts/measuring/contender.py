"""A way to build a site, its runs, and what it wrote."""

import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

# A line of `findings build --timings`.
STAGE = re.compile(r"^findings: (\w+) took ([0-9.e+-]+) seconds$", re.MULTILINE)
# The stages that find mistakes: in records, in their words, and in the links of finished pages. The search
# for personal data is a part of reading each file, and about a hundredth of the build.
CHECKING_STAGES = ["checking", "links"]
# A page that holds the text of a report, which may be as long as that is.
REPORT = re.compile(r"reports/(?!\d{4}/)[^/]+/index\.html")


class Run:
    """What one build took: seconds, seconds and bytes, and the seconds of each stage if it says."""

    def __init__(self, wall, cpu, memory, stages):
        self.wall = wall
        self.cpu = cpu
        self.memory = memory
        self.stages = stages

    @property
    def share_of_checks(self):
        """The part of the wall time that went into checks."""
        return sum(self.stages[stage] for stage in CHECKING_STAGES) / self.wall


class Output:
    """What a build wrote: files, pages and bytes, and its largest pages as bytes and address."""

    def __init__(self, root):
        self.sizes = {
            os.path.relpath(os.path.join(folder, name), root): os.stat(os.path.join(folder, name)).st_size
            for folder, _, names in os.walk(root) for name in names
        }
        pages = {path: size for path, size in self.sizes.items() if path.endswith(".html")}
        self.files = len(self.sizes)
        self.pages = len(pages)
        self.bytes = sum(self.sizes.values())
        self.largest = self._largest(pages)
        self.largest_list = self._largest(
            {path: size for path, size in pages.items() if not REPORT.fullmatch(path)})

    @staticmethod
    def _largest(pages):
        path = max(sorted(pages), key=pages.get, default="")
        return pages.get(path, 0), "/" + path.removesuffix("index.html")

    def write_sizes(self, place):
        """Writes a line of bytes and path for each file, for whoever writes as much."""
        with open(place, "w", encoding="utf-8") as stream:
            stream.writelines(f"{size} {path}\n" for path, size in sorted(self.sizes.items()))


class Contender:
    """A way to build the site: a name, a command, where it writes, and its runs so far."""

    def __init__(self, name, command, output, environment):
        self.name = name
        self.command = [str(word) for word in command]
        self.output = output
        self.environment = environment
        self.runs = []
        self.written = None

    def build(self):
        """Builds from nothing once; removing the last output is not measured."""
        shutil.rmtree(self.output, ignore_errors=True)
        log = self.output.with_suffix(".log")
        with open(log, "wb") as stream:
            start = time.perf_counter()
            child = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream,
                env=self.environment)
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            tail = log.read_text(errors="replace")[-4000:]
            sys.exit(f"{self.name} ended with {child.returncode}\n{' '.join(self.command)}\n{tail}")
        unit = 1 if platform.system() == "Darwin" else 1024
        stages = {
            stage: float(seconds)
            for stage, seconds in STAGE.findall(log.read_text(errors="replace"))
        }
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, stages)

    def count(self):
        """Looks at what the last build wrote."""
        self.written = Output(self.output)

    def spread(self, measure):
        """The least, the middle and the greatest of a measure."""
        values = [measure(run) for run in self.runs]
        return min(values), statistics.median(values), max(values)
