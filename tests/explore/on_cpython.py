"""Whether every outcome that CPython produces is among those that the explorer finds.

    on_cpython.py --lockstep PATH --python PATH --preemption MODEL [--runs N] [--jobs N] [NAME ...]

Each program of this folder is run N times with a switch interval of a microsecond. Compared are what was written to
stdout (a pipe: one print is one piece) and the exit code; if a run hangs there has to be a deadlock. CPython 3.8 and older switch between any two
instructions (`bytecode`), 3.11 and newer where `cpython` does. Exit code 1 if an outcome was not foreseen.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PATIENCE = 5  # seconds without an end
HANG = ("", "hangs")
START = "import sys; sys.setswitchinterval(1e-6); del sys; exec(compile(open({!r}).read(), 'p.py', 'exec'))"
# Since 3.10 the name of a thread holds its function's.
FUNCTION = re.compile(r"(Thread-\d+) \(\w+\)")


def foreseen(options, path):
    command = [options.lockstep, "explore", path, "--json", "--preemption", options.preemption]
    answer = subprocess.run(command, capture_output=True, text=True)
    if not answer.stdout:
        return None
    found = json.loads(answer.stdout)
    never = ("deadlock", "livelock")
    hangs = {HANG for o in found["outcomes"] if o["kind"] in never}
    ends = {(FUNCTION.sub(r"\1", o["stdout"]), o["exit_code"]) for o in found["outcomes"] if o["kind"] not in never}
    return ends | hangs


def run(python, path):
    command = [python, "-c", START.format(str(path))]
    environment = dict(os.environ, PYTHONHASHSEED="0")
    environment.pop("PYTHONUNBUFFERED", None)  # with it a print is several pieces
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, env=environment)
    except subprocess.TimeoutExpired:
        return HANG
    return FUNCTION.sub(r"\1", done.stdout), done.returncode


def check(options, path):
    expected = foreseen(options, path)
    if expected is None:
        return f"{path.stem}: the explorer gives no answer"
    seen = Counter()
    for _ in range(options.runs):
        outcome = run(options.python, path)
        seen[outcome] += 1
        if outcome == HANG and seen[outcome] == 3:
            break
    print(f"{path.stem}: {len(seen)} of {len(expected)} outcomes seen", flush=True)
    new = [f"{outcome} {count} times" for outcome, count in seen.items() if outcome not in expected]
    return f"{path.stem}: not foreseen: {', '.join(new)}" if new else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lockstep", required=True)
    parser.add_argument("--python", required=True)
    parser.add_argument("--preemption", required=True)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    paths = sorted(HERE.glob("programs/*.py"))
    if options.names:
        paths = [p for p in paths if p.stem in options.names]
    with ThreadPoolExecutor(options.jobs) as pool:
        problems = [p for p in pool.map(lambda path: check(options, path), paths) if p]
    print("\n".join(problems) or "Every outcome was foreseen.")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
