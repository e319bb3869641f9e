# textwrap: dedent, indent, fill, shorten.


def dedent(text):
    lines = text.split("\n")
    margin = None
    for line in lines:
        stripped = line.lstrip(" \t")
        if not stripped:
            continue
        indent = line[:len(line) - len(stripped)]
        if margin is None:
            margin = indent
        else:
            while not indent.startswith(margin):
                margin = margin[:-1]
    cut = len(margin or "")
    return "\n".join([line[cut:] if line.strip(" \t") else "" for line in lines])


def indent(text, prefix, predicate=None):
    out = []
    for line in text.splitlines(True):
        wanted = line.strip() if predicate is None else predicate(line)
        out.append(prefix + line if wanted else line)
    return "".join(out)


def wrap(text, width=70, *, initial_indent="", subsequent_indent=""):
    lines = []
    line = initial_indent
    empty = True
    for word in text.split():
        while True:
            room = width - len(line) - (0 if empty else 1)
            if len(word) <= room:
                line += word if empty else " " + word
                empty = False
                break
            if empty:
                room = max(width - len(line), 1)
                lines.append(line + word[:room])
                word = word[room:]
                line = subsequent_indent
                continue
            lines.append(line)
            line = subsequent_indent
            empty = True
    if not empty:
        lines.append(line)
    return lines


def fill(text, width=70, **kwargs):
    return "\n".join(wrap(text, width, **kwargs))


def shorten(text, width, *, placeholder=" [...]"):
    words = text.split()
    text = " ".join(words)
    if len(text) <= width:
        return text
    while words and len(" ".join(words)) + len(placeholder) > width:
        words.pop()
    return " ".join(words) + placeholder if words else placeholder.lstrip()
