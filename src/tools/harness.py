#!/usr/bin/env python3
"""{{harness-about}}"""
import argparse
import collections
import os
import subprocess
import sys
import tempfile

FILE = "@FILE@"
PROGRAM = "@LINES@"
ARGS = "@ARGS@"
OUTPUT = "@OUTPUT@"
HANGS = "@HANGS@"
NUDGE = "@NUDGE@"
METHOD = "@METHOD@"

# {{harness-site}}
SITE = r'''
import os, random, sys, threading, time

sys.setswitchinterval(float(os.environ["STRESS_INTERVAL"]))
NUDGE, FILE = os.environ["STRESS_NUDGE"], os.environ["STRESS_FILE"]
dice = random.Random(os.urandom(8))
naps = 2000

def nap(frame, event, arg):
    global naps
    if frame.f_code.co_filename != FILE:
        return None
    frame.f_trace_opcodes = NUDGE == "opcode"
    if naps > 0 and dice.random() < 0.08:
        naps -= 1
        time.sleep(dice.random() * 2e-4)
    return nap

if NUDGE != "off":
    threading.settrace(nap)
    sys.settrace(nap)
if os.environ["STRESS_METHOD"] != "-":
    import multiprocessing
    multiprocessing.set_start_method(os.environ["STRESS_METHOD"])
'''


def once(folder, options):
    path = os.path.join(folder, FILE)
    method = METHOD if "multiprocessing" in "\n".join(PROGRAM) else "-"
    env = dict(
        os.environ, PYTHONPATH=folder, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8",
        STRESS_INTERVAL=str(options.interval), STRESS_NUDGE=options.nudge, STRESS_FILE=path, STRESS_METHOD=method,
    )
    process = subprocess.Popen(
        [sys.executable, path, *ARGS], cwd=folder, env=env, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    try:
        out, err = process.communicate(timeout=options.timeout)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, 9)
        process.kill()
        process.communicate()
        return "{{harness-hangs}}", HANGS
    out = out.decode("utf-8", "replace").replace("\r\n", "\n")
    last = err.decode("utf-8", "replace").strip().splitlines()[-1:]
    shown = not HANGS and out == OUTPUT
    return "\n".join([*out.splitlines(), *last]) or "{{harness-silent}}", shown


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--interval", type=float, default=1e-6, help="{{harness-interval}}")
    parser.add_argument("--nudge", choices=["off", "line", "opcode"], default=NUDGE, help="{{harness-nudge}}")
    parser.add_argument("--timeout", type=float, default=10.0, help="{{harness-timeout}}")
    options = parser.parse_args()
    counts, wanted = collections.Counter(), None
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, FILE), "w", encoding="utf-8") as file:
            file.write("\n".join(PROGRAM))
        with open(os.path.join(folder, "sitecustomize.py"), "w", encoding="utf-8") as file:
            file.write(SITE)
        for run in range(1, options.runs + 1):
            text, shown = once(folder, options)
            counts[text] += 1
            if shown:
                wanted = text
            print(f"\r{run}/{options.runs}", end="", file=sys.stderr, flush=True)
            # {{harness-three}}
            if HANGS and counts[text] >= 3 and shown:
                break
    print(file=sys.stderr)
    print(f"Python {sys.version.split()[0]}, {options.nudge}, {options.interval:g} s")
    for text, count in counts.most_common():
        mark = "  <-- {{harness-shown}}" if text == wanted else ""
        first, *rest = text.splitlines()
        print(f"{count:6}  {first}{mark}", *(f"        {line}" for line in rest[:9]), sep="\n")
    if wanted is None:
        print("{{harness-never}}")


if __name__ == "__main__":
    main()
