"""Records what CPython 3.13 says about the programs in errors.txt: run it with python3.13 in this folder.

Programs are separated by lines of three dashes; the line that begins with `=>` is written here: kind, line,
column, end column (the line's, if it is on another; 0: none), message.
"""

import warnings

warnings.simplefilter("ignore")


def said(program):
    try:
        compile(program, "errors.txt", "exec")
    except SyntaxError as error:
        end = error.end_offset
        if error.end_lineno != error.lineno:
            end = len(program.split("\n")[error.lineno - 1]) + 1
        return f"=> {type(error).__name__} {error.lineno} {error.offset} {max(end or 0, 0)} {error.msg}"
    return "=> fine"


with open("errors.txt", encoding="utf-8", newline="") as file:
    blocks = file.read().removesuffix("\n").split("\n---\n")
programs = ["\n".join(line for line in block.split("\n") if not line.startswith("=> ")) for block in blocks]
with open("errors.txt", "w", encoding="utf-8", newline="") as file:
    file.write("\n---\n".join(f"{program}\n{said(program)}" for program in programs) + "\n")
