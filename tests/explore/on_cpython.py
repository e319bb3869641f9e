"""Whether every outcome that CPython produces is among those that the explorer finds.

    on_cpython.py --lockstep PATH [--seconds S] [--jobs N] [--only NAME] MODEL=PYTHON ...

The programs of this folder are run in turn, in an order of chance, again and again until the time is up, with a switch
interval of a microsecond. Compared are what was written to stdout (by lines: one print is one piece) and the exit code;
if a run hangs there has to be a deadlock. CPython 3.9 and older switch between any two instructions (`bytecode`), 3.11
and newer where `cpython` does. Exit code 1 if an outcome was not foreseen.

What is skipped is counted: a program that needs a newer Python says so in a comment, `# since 3.10`; one that cannot
be compared says `# not compared with CPython:` and why.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
HANG = ("", "hangs")
# Seconds without an end: short where a hang is foreseen anyway, long where it would be news, for busy machines.
PATIENCE, GREAT_PATIENCE = 2, 60
ENOUGH_HANGS = 2
START = (
    "import sys; sys.setswitchinterval(1e-6); sys.stdout.reconfigure(line_buffering=True); del sys; "
    "exec(compile(open({!r}).read(), 'p.py', 'exec'))"
)
# Since 3.10 the name of a thread holds its function's.
FUNCTION = re.compile(r"(Thread-\d+) \(\w+\)")
NOT = re.compile(r"^# not compared with CPython: ", re.MULTILINE)
SINCE = re.compile(r"^# since 3\.(\d+)$", re.MULTILINE)


class Program:
    """A program, what is foreseen of it, and what was seen."""

    def __init__(self, path, options, model, python):
        self.name, self.path, self.python = path.stem, path, python
        self.explore = [options.lockstep, "explore", path, "--json", "--preemption", model]
        self.foreseen, self.seen, self.bound = None, Counter(), None

    def run(self):
        if self.foreseen is None:
            answer = subprocess.run(self.explore, capture_output=True, text=True)
            found = json.loads(answer.stdout) if answer.stdout else {"outcomes": [], "bound": answer.stderr}
            self.foreseen, self.bound = outcomes(found), found.get("bound")
        if self.seen[HANG] >= ENOUGH_HANGS:
            return
        patience = PATIENCE if HANG in self.foreseen else GREAT_PATIENCE
        command = [self.python, "-c", START.format(str(self.path))]
        environment = dict(os.environ, PYTHONHASHSEED="0")
        environment.pop("PYTHONUNBUFFERED", None)  # with it a print is several pieces
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=patience, env=environment)
            # A daemon that prints while the interpreter goes can bring it down: no outcome of the program.
            if "at interpreter shutdown, possibly due to daemon threads" not in done.stderr:
                self.seen[FUNCTION.sub(r"\1", done.stdout), done.returncode] += 1
        except subprocess.TimeoutExpired:
            self.seen[HANG] += 1

    def problems(self):
        if self.bound:
            yield f"{self.name}: not explored to the end: {self.bound}"
        for outcome, count in self.seen.items():
            if outcome not in self.foreseen:
                yield f"{self.name}: not foreseen: {outcome}, {count} times; foreseen are {sorted(self.foreseen, key=str)}"


def outcomes(found):
    """What an answer of the explorer says that can be seen from outside."""
    never = ("deadlock", "livelock")
    hangs = {HANG for o in found["outcomes"] if o["kind"] in never}
    ends = [o for o in found["outcomes"] if o["kind"] not in never]
    return hangs | {(FUNCTION.sub(r"\1", o["stdout"]), o["exit_code"]) for o in ends}


def version(python):
    print_minor = "import sys; print(sys.version_info[1])"
    return int(subprocess.run([python, "-c", print_minor], capture_output=True, text=True, check=True).stdout)


def check(options, model, python):
    """Runs all programs on one Python; gives the problems."""
    minor = version(python)
    paths = sorted(HERE.glob("programs/*.py"))
    if options.only:
        paths = [p for p in paths if p.stem in options.only]
    texts = {p: p.read_text() for p in paths}
    skipped = [p for p in paths if NOT.search(texts[p])]
    since = {p: SINCE.search(texts[p]) for p in paths}
    skipped += [p for p in paths if since[p] and int(since[p][1]) > minor]
    programs = [Program(p, options, model, python) for p in paths if p not in skipped]
    random.shuffle(programs)
    end = time.monotonic() + options.seconds
    with ThreadPoolExecutor(options.jobs) as pool:
        while time.monotonic() < end and programs:
            list(pool.map(lambda program: time.monotonic() < end and program.run(), programs))
    ran = [program for program in programs if program.seen]
    runs = sum(sum(program.seen.values()) for program in ran)
    seen = sum(len(program.seen) for program in ran)
    foreseen = sum(len(program.foreseen) for program in ran)
    print(
        f"3.{minor} ({model}): {runs} runs of {len(ran)} programs, {seen} of {foreseen} outcomes seen;",
        f"{len(programs) - len(ran)} programs for which there was no time, {len(skipped)} skipped",
        f"({', '.join(p.stem for p in skipped)})" if skipped else "",
        flush=True,
    )
    return [f"3.{minor} {problem}" for program in ran for problem in program.problems()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lockstep", required=True)
    parser.add_argument("--seconds", type=float, default=60, help="for the runs of each Python")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", action="append", help="a program; may be given several times")
    parser.add_argument("pythons", nargs="+", metavar="MODEL=PYTHON")
    options = parser.parse_args()
    problems = []
    for python in options.pythons:
        problems += check(options, *python.split("=", 1))
    if problems:
        print("\n".join(problems), file=sys.stderr)
    else:
        print("Every outcome was foreseen.")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
