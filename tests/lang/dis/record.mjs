// Records the listings of CPython 3.14 beside the programs of this folder: `npm install pyodide`, then
// `node record.mjs`. A listing has one line for each instruction: line, operation, operand as `dis` shows it;
// jumps show the index of their target. Left out is the cell in which 3.14 keeps the namespace of a class for
// lazy annotations: annotations are evaluated at once here, as in 3.13.
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";

const here = path.dirname(new URL(import.meta.url).pathname);
const python = await loadPyodide();
python.runPython(`
import dis, re, types
def text(instruction, index):
    if instruction.jump_target is not None:
        return "" if instruction.opname == "END_ASYNC_FOR" else f"-> {index[instruction.jump_target]}"
    shown = re.sub(r" at 0x[0-9a-f]+", "", instruction.argrepr)
    return shown or ("" if instruction.arg is None else str(instruction.arg))
def listing(code, out):
    out.append(f"== {code.co_qualname}, line {code.co_firstlineno}")
    all = []
    for instruction in dis.get_instructions(code):
        if instruction.argrepr in ("__classdict__", "__classdictcell__"):
            if all and all[-1].opname == "LOAD_LOCALS":
                all.pop()
            continue
        all.append(instruction)
    index = {instruction.offset: number for number, instruction in enumerate(all)}
    for instruction in all:
        line = instruction.positions.lineno or "-"
        out.append(f"{line} {instruction.opname} {text(instruction, index)}".rstrip())
    for entry in dis._parse_exception_table(code):
        end = index.get(entry.end, len(all))
        lasti = " lasti" if entry.lasti else ""
        out.append(f"{index[entry.start]}..{end} -> {index[entry.target]} [{entry.depth}]{lasti}")
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            listing(value, out)
def record(source, name):
    out = []
    listing(compile(source, name, "exec"), out)
    return "\\n".join(out) + "\\n"
`);
const record = python.globals.get("record");
for (const file of fs.readdirSync(here).filter((f) => f.endsWith(".py"))) {
  const source = fs.readFileSync(path.join(here, file), "utf8");
  fs.writeFileSync(path.join(here, file.replace(/py$/, "txt")), record(source, file));
}
