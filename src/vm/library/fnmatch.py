import re as _re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    match = _compiled(pat)
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    return _compiled(pat)(name) is not None


def _compiled(pat):
    if isinstance(pat, bytes):
        match = _compiled(pat.decode("latin-1"))
        return lambda name: match(name.decode("latin-1"))
    return _re.compile(translate(pat)).match


def translate(pat):
    # What lies between stars.
    parts = [""]
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if len(parts) == 1 or parts[-1]:
                parts.append("")
        elif c == "?":
            parts[-1] += "."
        elif c == "[":
            end = pat.find("]", i + 1 + pat.startswith("!", i))
            if end < 0:
                parts[-1] += r"\["
            else:
                parts[-1] += _set(pat[i:end])
                i = end + 1
        else:
            parts[-1] += _re.escape(c)
    first, *rest = parts
    if rest:
        *middle, last = rest
        first += "".join(f"(?>.*?{part})" for part in middle) + ".*" + last
    return rf"(?s:{first})\Z"


def _set(text):
    negated = text.startswith("!")
    i, kept = int(negated), ""
    while i < len(text):
        if text[i + 1 : i + 2] == "-" and i + 2 < len(text):
            low, high = text[i], text[i + 2]
            if low <= high:
                kept += _quoted(low) + "-" + _quoted(high)
            i += 3
        else:
            kept += _quoted(text[i])
            i += 1
    if not kept:
        return "." if negated else "(?!)"
    if negated:
        return f"[^{kept}]"
    return "[" + (rf"\{kept}" if kept[0] in "^[" else kept) + "]"


def _quoted(c):
    return "\\" + c if c in r"\-&~|" else c
