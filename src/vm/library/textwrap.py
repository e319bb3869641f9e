# textwrap.

_WHITE = "\t\n\x0b\x0c\r "
# After what two hyphens are a dash of their own.
_BEFORE_DASH = "!\"'&.,?_"


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


def _is_letter(text, at):
    c = text[at:at + 1] if at >= 0 else ""
    return c == "_" or c.isalnum() and not c.isdigit()


def _is_word(text, at):
    c = text[at:at + 1]
    return c == "_" or c.isalnum()


def _after_hyphen(word, at):
    # Whether a hyphenated word may be broken at `at`, just after a hyphen.
    if word[at - 1] != "-":
        return False
    before = _is_letter(word, at - 2) and (
        _is_letter(word, at - 3) or word[at - 3:at - 2] == "-" and at > 3 and _is_letter(word, at - 4))
    after = at + 2 if word[at + 1:at + 2] == "-" else at + 1
    return before and _is_letter(word, at) and _is_letter(word, after)


def _dash(word, at):
    # The end of the dash that begins at `at`, or 0.
    if at == 0 or word[at] != "-" or not (_is_word(word, at - 1) or word[at - 1] in _BEFORE_DASH):
        return 0
    end = at
    while word[end:end + 1] == "-":
        end += 1
    return end if end - at > 1 and _is_word(word, end) else 0


def _parts(word):
    # Where a word without white space may be broken.
    parts, start, at = [], 0, 0
    while at < len(word):
        end = _dash(word, at)
        if end:
            if at > start:
                parts.append(word[start:at])
            parts.append(word[at:end])
            start = at = end
        elif at > start + 1 and _after_hyphen(word, at):
            parts.append(word[start:at])
            start = at
            at += 1
        else:
            at += 1
    if start < len(word):
        parts.append(word[start:])
    return parts


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _WHITE})
        chunks, at = [], 0
        while at < len(text):
            start, white = at, text[at] in _WHITE
            while at < len(text) and (text[at] in _WHITE) == white:
                at += 1
            run = text[start:at]
            chunks += [run] if white or not self.break_on_hyphens else _parts(run)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i]
                while word and word[-1] in "\"'":
                    word = word[:-1]
                ends = len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z" and len(chunks[i]) - len(word) < 2
                if ends and chunks[i + 1] == " ":
                    chunks[i + 1] = "  "
        return chunks

    def _break(self, chunks, line, room):
        # A word that is longer than a line.
        if self.break_long_words:
            word = chunks[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and word[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        # The next chunk is the last of the list.
        chunks, lines = self._chunks(text)[::-1], []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                del chunks[-1]
            line, used = [], 0
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break(chunks, line, 1 if width < 1 else width - used)
                used = len("".join(line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[-1].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and used <= width:
                lines.append(indent + "".join(line))
                continue
            self._shorten(lines, line, used, indent, width)
            break
        return lines

    def _shorten(self, lines, line, used, indent, width):
        # The last line that there may be, with the placeholder at its end.
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))
