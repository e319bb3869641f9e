"""Compares the programs of this folder with CPython, or records what CPython prints.

    record.py check|write [--python PATH] [--repeat N] [--jobs N] [--file] [PATH ...]

CPython is the oracle: `check` reports every program whose output differs from the expectations kept in it,
`write` fills in expectations that were left empty. README.md has the format. This file must know nothing of
our machine: the Rust runner reads the same format by itself.
"""

import argparse
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tty
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORACLE = "3.13"
TIMEOUT = 60
OPTION = re.compile(r"# (requires|args|only|exit): (.*)")
EXPECT = re.compile(r"^(.*\S.*?)  # expect:(?: (.*))?$")
FRAME = re.compile(r'^(\s*)File "(.+)", line \d+(, in .*)?$')
LIBRARY = re.compile(r"^.*/lib/python3\.\d+/|^(?=<frozen )")


def quoted(lines):
    return "".join(f"#| {line}\n" if line else "#|\n" for line in lines)


class Program:
    """One file: its options and what it expects."""
    def __init__(self, path):
        self.path, self.text = path, path.read_text(encoding="utf-8")
        self.options, self.blocks, self.inline, self.fragments = {}, {}, [], []
        block = None
        for line in self.text.split("\n"):
            if line in ("# stdout:", "# stderr:"):
                block = self.blocks.setdefault(line[2:-1], [])
            elif block is not None and (line == "#|" or line.startswith("#| ")):
                block.append(line[3:])
            else:
                block = None
                if line.startswith("# stderr-has: "):
                    self.fragments.append(line[14:])
                elif found := OPTION.fullmatch(line):
                    self.options[found[1]] = found[2].strip()
                elif found := EXPECT.match(line):
                    self.inline.append(found[2] or "")

    def skipped(self, version):
        only, wanted = self.options.get("only"), self.options.get("requires", ORACLE)
        return f"only {only}" if only else f"needs {wanted}" if wanted != version else None

    def unfilled(self):
        return not any(self.inline) if self.inline else "stdout" in self.blocks and not any(self.blocks.values())

    def expected(self):
        streams = self.blocks.get("stdout", self.inline), self.blocks.get("stderr", [])
        return *("".join(line + "\n" for line in lines) for lines in streams), int(self.options.get("exit", "0"))

    def fill(self, out, err, code):
        """Writes the result into the file, beside the lines or as blocks at its end; gives what is in the way, if anything."""
        if out and not out.endswith("\n"):
            return "stdout must end with a newline"
        lines = out.split("\n")[:-1]
        if self.inline:
            if len(lines) != len(self.inline):
                return f"{len(self.inline)} lines expect something, {len(lines)} were printed"
            rest = iter(lines)
            text = re.sub(r"(?m)  # expect:$", lambda _: "  # expect: " + next(rest), self.text)
        else:
            text = self.text[: self.text.index("\n# stdout:")].rstrip("\n") + "\n\n# stdout:\n" + quoted(lines)
        if err and not self.fragments:
            text = text.rstrip("\n") + "\n" + ("" if "stdout" in self.blocks else "\n") + "# stderr:\n" + quoted(err.split("\n")[:-1])
        if code:
            text += f"# exit: {code}\n"
        self.path.write_text(text, encoding="utf-8")


def normalise(text, path):
    """Frames outside the program lose their line number, source and carets; the program is named without its folder."""
    kept, inside_library = [], None
    for line in text.replace(f"{path.parent}/", "").split("\n"):
        if inside_library and line.startswith(inside_library):
            continue
        inside_library = None
        if (found := FRAME.match(line)) and LIBRARY.match(found[2]):
            inside_library = found[1] + "  "
            line = f'{found[1]}File "{LIBRARY.sub("" if found[2].startswith("<") else "<lib>/", found[2])}"{found[3] or ""}'
        kept.append(line)
    return "\n".join(kept)


def drain(descriptor):
    text = b""
    try:
        while chunk := os.read(descriptor, 65536):
            text += chunk
    except OSError:  # a terminal says EIO when its last writer is gone
        pass
    os.close(descriptor)
    return text.decode("utf-8")


def run(program, python, to_file):
    """Runs a program with its stdout on a terminal (the reference), or in a pipe; gives (stdout, stderr, exit code)."""
    if to_file:
        reader, writer = os.pipe()
    else:
        reader, writer = pty.openpty()
        tty.setraw(writer)  # or every newline would come out as two characters
    environment = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen([python, program.path.name, *program.options.get("args", "").split()], cwd=program.path.parent,
                                 stdin=subprocess.DEVNULL, stdout=writer, stderr=errors, env=environment, start_new_session=True)
        os.close(writer)
        with ThreadPoolExecutor(1) as pool:
            output = pool.submit(drain, reader)
            try:
                code = child.wait(TIMEOUT)
                out = output.result(TIMEOUT)
            except (TimeoutError, subprocess.TimeoutExpired):
                os.killpg(child.pid, signal.SIGKILL)
                return "", "timed out\n", -1
        errors.seek(0)
        err = re.sub(r"0x[0-9a-f]{6,}", "0xADDRESS", errors.read().decode("utf-8", "replace"))
        return normalise(out, program.path), normalise(err, program.path), code


def judge(program, options, version):
    """A word for the table and, when something is wrong, a sentence."""
    if program.path.stem in sys.stdlib_module_names:
        return "wrong", "its name would hide a module of the standard library"
    if reason := program.skipped(version):
        return "skipped", reason
    results = {run(program, options.python, options.file) for _ in range(options.repeat)}
    if program.fragments:  # the rest of such a stderr may vary
        results = {(out, "\n".join(sorted({f for f in program.fragments if f in err})) or err, code) for out, err, code in results}
    if len(results) > 1:
        return "wrong", "unstable: " + " | ".join(sorted(map(repr, results)))
    result = results.pop()
    if options.mode == "write" and program.unfilled():
        return ("wrong", trouble) if (trouble := program.fill(*result)) else ("written", "")
    expected = program.expected()
    if program.fragments:
        expected = expected[0], "\n".join(sorted(program.fragments)), expected[2]
    different = [f"\n  {name}\n    expected {want!r}\n    got      {got!r}"
                 for name, want, got in zip(("stdout", "stderr", "exit"), expected, result) if want != got]
    return ("wrong", "".join(different)) if different else ("passed", "")


def version_of(python):
    return subprocess.run([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
                          capture_output=True, text=True).stdout.strip()


def find_oracle():
    """A python of the oracle's version: on PATH, or one that pyenv keeps (its shims answer only when activated)."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{ORACLE}*/bin/python{ORACLE}"))
    candidates = filter(None, [shutil.which("python" + ORACLE), *map(str, kept)])
    return next((found for found in candidates if version_of(found) == ORACLE), None)


def main():
    # A shell lets what it runs in the background ignore interrupts, and children would too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=("check", "write"))
    parser.add_argument("--python", default=find_oracle())
    parser.add_argument("--repeat", type=int, default=1, help="runs of each program; they must agree")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--file", action="store_true", help="stdout into a pipe instead of a terminal")
    parser.add_argument("paths", nargs="*", type=Path)
    options = parser.parse_intermixed_args()
    if not options.python:
        parser.error(f"no python{ORACLE} found: name one with --python")
    version = version_of(options.python)
    files = [file.resolve() for path in options.paths or [HERE] for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    programs = [Program(file) for file in files if file.parent != HERE]
    with ThreadPoolExecutor(options.jobs) as pool:
        verdicts = list(pool.map(lambda program: judge(program, options, version), programs))
    words, table = ("passed", "wrong", "skipped", "written"), {}
    for program, (word, sentence) in zip(programs, verdicts):
        table.setdefault(program.path.parent.name, dict.fromkeys(words, 0))[word] += 1
        if sentence:
            print(f"{word}: {program.path.parent.name}/{program.path.name}: {sentence}")
    table["total"] = {word: sum(row[word] for row in table.values()) for word in words}
    print(f"CPython {version}".ljust(16), *(word.rjust(8) for word in words))
    for area, row in table.items():
        print(area.ljust(16), *(str(row[word]).rjust(8) for word in words))
    sys.exit(1 if table["total"]["wrong"] else 0)


if __name__ == "__main__":
    main()
