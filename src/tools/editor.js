// A text area with a painted layer behind it. The text area is the browser's own: undo, selection, dictation, screen
// readers and phones work as everywhere. The layer shows the same text in the classes of the engine's lexer, and
// where the engine finds a mistake. While the engine thinks, a changed line is plain.

const INDENT = 4;
// So many lines above and below those in sight are painted too.
const SPARE = 30;
// A text of so many characters is a long one.
const LONG = 30_000;
const PAIRS = { "(": ")", "[": "]", "{": "}", '"': '"', "'": "'" };

// Puts a text in the place of a stretch such that the browser can undo it.
const replaceText = (area, from, to, text) => {
  area.setSelectionRange(from, to);
  // It takes the browser minutes to make a long text undoable.
  const done = text.length > LONG ? false : text === "" ? from === to || document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (done) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new Event("input"));
};

const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text, at) => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

// Changes every selected line; `change` gets a line and returns another.
const changeLines = (area, change) => {
  const { value, selectionStart, selectionEnd } = area;
  const from = lineStart(value, selectionStart);
  // A selection that ends at the start of a line does not mean that line.
  const last = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
  const to = lineEnd(value, last);
  const text = value.slice(from, to).split("\n").map(change).join("\n");
  if (text === value.slice(from, to)) return;
  replaceText(area, from, to, text);
  area.setSelectionRange(selectionStart === selectionEnd ? from + text.length : from, from + text.length);
};

const indentLines = (area) => changeLines(area, (line) => (line ? " ".repeat(INDENT) + line : line));
const dedentLines = (area) => changeLines(area, (line) => line.replace(/^( {1,4}|\t)/, ""));
const commentLines = (area) => {
  const { value, selectionStart, selectionEnd } = area;
  const lines = value.slice(lineStart(value, selectionStart), lineEnd(value, selectionEnd)).split("\n");
  const all = lines.every((line) => !line.trim() || /^\s*#/.test(line));
  changeLines(area, (line) => {
    if (!line.trim()) return line;
    return all ? line.replace(/^(\s*)# ?/, "$1") : line.replace(/^(\s*)/, "$1# ");
  });
};

const newLine = (area) => {
  const { value, selectionStart: at, selectionEnd } = area;
  const before = value.slice(lineStart(value, at), at);
  let indent = before.match(/^[ \t]*/)[0];
  const code = before.replace(/#.*$/, "").trimEnd();
  const opens = /[:([{]$/.test(code);
  if (opens) indent += " ".repeat(INDENT);
  else if (/^\s*(return|pass|break|continue|raise)\b/.test(code)) indent = indent.slice(0, -INDENT);
  const closes = opens && PAIRS[code.at(-1)] === value[selectionEnd];
  const rest = closes ? `\n${before.match(/^[ \t]*/)[0]}` : "";
  replaceText(area, at, selectionEnd, `\n${indent}${rest}`);
  area.setSelectionRange(at + 1 + indent.length, at + 1 + indent.length);
};

// Deletes up to the last tab stop, or an empty pair of brackets; says whether it did.
const eraseBack = (area) => {
  const { value, selectionStart: at, selectionEnd } = area;
  if (at !== selectionEnd || at === 0) return false;
  const before = value.slice(lineStart(value, at), at);
  if (/^ +$/.test(before)) {
    replaceText(area, at - (before.length % INDENT || INDENT), at, "");
    return true;
  }
  if (PAIRS[value[at - 1]] === value[at] && value[at]) {
    replaceText(area, at - 1, at + 1, "");
    return true;
  }
  return false;
};

// Opens and closes brackets and quotes; says whether the key is dealt with.
const typeBracket = (area, key) => {
  const { value, selectionStart: from, selectionEnd: to } = area;
  const [before, next] = [value[from - 1] ?? "", value[to] ?? ""];
  const isQuote = key === '"' || key === "'";
  if (from === to && next === key && (isQuote || ")]}".includes(key))) {
    area.setSelectionRange(from + 1, from + 1);
    return true;
  }
  const close = PAIRS[key];
  if (!close) return false;
  if (from !== to) {
    const inside = value.slice(from, to);
    replaceText(area, from, to, key + inside + close);
    area.setSelectionRange(from + 1, from + 1 + inside.length);
    return true;
  }
  if (!/^[\s)\]},:;]?$/.test(next)) return false;
  if (isQuote && /[\w"'\\]/.test(before)) return false;
  replaceText(area, from, to, key + close);
  area.setSelectionRange(from + 1, from + 1);
  return true;
};

// The pieces of a line, cut once more where a mistake begins and ends (columns in code points, from 1).
const markPieces = (pieces, mistake) => {
  if (!mistake.column) return pieces.map(([name, text]) => [`${name} bad`, text]);
  const from = mistake.column - 1;
  const to = Math.max(mistake.end - 1, from + 1);
  const marked = [];
  let column = 0;
  for (const [name, text] of pieces) {
    const letters = [...text];
    const cut = (a, b) => letters.slice(Math.max(a - column, 0), Math.max(b - column, 0)).join("");
    for (const [part, bad] of [[cut(column, from), ""], [cut(from, to), " bad"], [cut(to, column + letters.length), ""]]) {
      if (part) marked.push([name + bad, part]);
    }
    column += letters.length;
  }
  // A mistake after the last letter needs something to be seen at.
  if (from >= column) marked.push(["bad", " "]);
  return marked;
};

// What is painted behind the text: of a long program the lines in sight alone, since the browser lays out at every key
// all that there are.
class Layer {
  constructor(scroll) {
    this.rows = [];
    this.texts = [];
    this.pieces = [];
    this.mistake = null;
    this.high = 22;
    this.widest = h("div", { class: "ed-widest" });
    this.element = h("div", { class: "ed-layer", "aria-hidden": "true" });
    // Noted when it changes: asked for at every key it would have the whole text laid out once more.
    [this.top, this.room] = [0, 0];
    scroll.addEventListener("scroll", () => {
      this.top = scroll.scrollTop;
      this.draw();
    }, { passive: true });
    new ResizeObserver(() => {
      this.high = parseFloat(getComputedStyle(this.element).lineHeight) || this.high;
      this.room = scroll.clientHeight;
      this.draw();
    }).observe(scroll);
  }

  // The lines as they are now; those that have changed are plain.
  show(value) {
    const texts = value.split("\n");
    const most = Math.min(texts.length, this.texts.length);
    let head = 0;
    while (head < most && this.texts[head] === texts[head]) head += 1;
    let tail = 0;
    while (tail < most - head && this.texts.at(-1 - tail) === texts.at(-1 - tail)) tail += 1;
    const gone = this.texts.length - tail;
    this.pieces = [...this.pieces.slice(0, head), ...Array(texts.length - tail - head), ...this.pieces.slice(gone)];
    // A mistake moves with its line, and goes with it.
    const at = (this.mistake?.line ?? 0) - 1;
    if (at >= head) this.mistake = at < gone ? null : { ...this.mistake, line: at + 1 + texts.length - this.texts.length };
    this.texts = texts;
    // It makes the field as wide as the text; what is wider than a letter counts as two.
    const width = (text) => text.length + (text.match(/[\u1100-\uffff]/g)?.length ?? 0) + 3 * (text.match(/\t/g)?.length ?? 0);
    let [longest, mostWide] = ["", 0];
    for (const text of texts) {
      if (text.length * 4 <= mostWide) continue;
      const wide = width(text);
      if (wide > mostWide) [longest, mostWide] = [text, wide];
    }
    if (this.widest.textContent !== longest) this.widest.textContent = longest;
    this.draw();
  }

  // The engine's pieces, and its mistake, for the text that is shown.
  paint(pieces, mistake) {
    this.pieces = pieces;
    this.mistake = mistake && { ...mistake, line: Math.max(mistake.line, 1) };
    this.draw();
  }

  draw() {
    const { top, room, high, texts } = this;
    const first = Math.max(0, Math.min(Math.floor(top / high) - SPARE, texts.length - 1));
    const last = Math.min(texts.length, Math.ceil((top + room) / high) + SPARE);
    while (this.rows.length > last - first) this.rows.pop().element.remove();
    while (this.rows.length < last - first) {
      const element = h("div", { class: "ed-line" });
      this.rows.push({ element, key: "" });
      this.element.append(element);
    }
    this.rows.forEach((row, index) => this.drawLine(row, first + index));
    // Set by script, which the policy allows, unlike what stands in markup.
    this.element.style.paddingTop = `${first * high + 8}px`;
    this.element.style.paddingBottom = `${(texts.length - last) * high + 8}px`;
  }

  drawLine(row, index) {
    const { texts, pieces, mistake } = this;
    const bad = mistake?.line === index + 1;
    const own = pieces[index]?.length ? pieces[index] : [["", texts[index]]];
    const shown = bad ? markPieces(own, mistake) : own;
    const key = JSON.stringify([index, bad, shown]);
    if (key === row.key) return;
    row.key = key;
    row.element.dataset.n = index + 1;
    row.element.classList.toggle("wrong", bad);
    row.element.replaceChildren(...shown.map(([name, text]) => (name ? h("span", { class: name }, text) : text || "\u200b")));
  }
}

// An editor. `ask` gets a source and promises the engine's answer; `changed` hears of every change, `run` of Ctrl+Enter.
class Editor {
  constructor({ id, value, ask, changed, run }) {
    this.ask = ask;
    this.scroll = h("div", { class: "ed-scroll" });
    this.layer = new Layer(this.scroll);
    this.hint = h("p", { class: "dim", id: `${id}-hint` }, say("editor-hint"));
    this.message = h("p", { class: "ed-message", id: `${id}-message`, role: "status" });
    this.area = h("textarea", {
      class: "ed-text", id: `${id}-text`, rows: 1, wrap: "off", spellcheck: "false", autocapitalize: "off", autocorrect: "off",
      autocomplete: "off", "data-gramm": "false", "aria-label": say("editor"), "aria-describedby": `${id}-hint ${id}-message`,
      oninput: () => this.update(),
      onkeydown: (event) => this.key(event, run),
      // The Tab key indents again when the reader has come back.
      onfocus: () => (this.leaving = false),
    });
    this.area.value = value;
    this.changed = changed;
    this.find = findBar(this);
    this.scroll.append(h("div", { class: "ed-field" }, this.layer.widest, this.layer.element, this.area));
    this.element = h("div", { class: "ed" }, this.find.element, this.scroll, this.message, this.hint);
    this.update();
  }

  get value() {
    return this.area.value;
  }

  set value(value) {
    this.area.focus();
    replaceText(this.area, 0, this.area.value.length, value);
    this.area.setSelectionRange(0, 0);
    this.update();
  }

  update() {
    this.layer.show(this.value);
    this.changed(this.value);
    // A long text is asked about when the reader pauses.
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.check(), this.value.length > LONG ? 250 : 0);
  }

  // Asks the engine; while it is busy the latest text waits.
  async check() {
    if (this.busy) return (this.again = true);
    this.busy = true;
    const source = this.value;
    const answer = await this.ask(source);
    this.busy = false;
    if (source === this.value && answer.lines) {
      this.layer.paint(answer.lines, answer.error);
      this.complain(answer.error);
    } else if (answer.flaw) {
      this.complain({ message: flawText(answer.flaw), line: 0, english: false });
    }
    if (this.again) {
      this.again = false;
      this.check();
    }
  }

  // Marks at once, speaks when the reader pauses.
  complain(mistake) {
    this.area.setAttribute("aria-invalid", mistake ? "true" : "false");
    clearTimeout(this.pause);
    const speak = () => {
      this.message.replaceChildren(...(mistake ? mistakeText(mistake) : []));
    };
    if (mistake) this.pause = setTimeout(speak, 500);
    else speak();
  }

  // To the place of a mistake.
  goTo(line) {
    const from = this.value.split("\n").slice(0, Math.max(line - 1, 0)).join("\n").length + (line > 1 ? 1 : 0);
    this.area.focus({ preventScroll: true });
    this.select(from, lineEnd(this.value, from));
  }

  // Selects, and brings what is selected into sight: the browser does not where the text area is as high as its text.
  select(from, to) {
    this.area.setSelectionRange(from, to);
    const { high } = this.layer;
    const top = (this.value.slice(0, from).split("\n").length - 1) * high;
    const { scrollTop, clientHeight } = this.scroll;
    if (top < scrollTop || top + 2 * high > scrollTop + clientHeight) this.scroll.scrollTop = top - clientHeight / 3;
  }

  key(event, run) {
    const { area } = this;
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const dealt = () => {
      if (command && event.key === "Enter") return run(), true;
      if (command && event.key.toLowerCase() === "f" && !event.shiftKey) return this.find.open(), true;
      if (command && event.key === "/") return commentLines(area), true;
      if (command || event.altKey) return false;
      switch (event.key) {
        case "Escape":
          this.leaving = true;
          return true;
        case "Tab": {
          if (this.leaving) return false;
          const { value, selectionStart: from, selectionEnd: to } = area;
          if (event.shiftKey) dedentLines(area);
          else if (value.slice(from, to).includes("\n")) indentLines(area);
          else replaceText(area, from, to, " ".repeat(INDENT - ((from - lineStart(value, from)) % INDENT)));
          return true;
        }
        case "Enter":
          return newLine(area), true;
        case "Backspace":
          return eraseBack(area);
        default:
          return event.key.length === 1 && typeBracket(area, event.key);
      }
    };
    if (event.key !== "Escape" && event.key !== "Tab" && event.key !== "Shift") this.leaving = false;
    if (dealt()) event.preventDefault();
  }
}

// Finding and replacing.
const findBar = (editor) => {
  const { area } = editor;
  const field = h("input", { type: "text", "aria-label": say("find"), placeholder: say("find"), spellcheck: "false", autocapitalize: "off" });
  const other = h("input", { type: "text", "aria-label": say("replace-with"), placeholder: say("replace-with"), spellcheck: "false", autocapitalize: "off" });
  const count = h("span", { class: "dim", role: "status" });
  const places = () => {
    const [text, wanted] = [area.value.toLowerCase(), field.value.toLowerCase()];
    const found = [];
    for (let at = text.indexOf(wanted); wanted && at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
    return found;
  };
  const go = (forward) => {
    const found = places();
    count.textContent = say("found", { count: found.length });
    if (!found.length) return;
    const here = area.selectionStart;
    const next = forward ? found.find((at) => at >= area.selectionEnd) ?? found[0] : found.findLast((at) => at < here) ?? found.at(-1);
    area.focus({ preventScroll: true });
    editor.select(next, next + field.value.length);
  };
  const all = () => {
    const found = places();
    let text = area.value;
    for (const at of found.reverse()) text = text.slice(0, at) + other.value + text.slice(at + field.value.length);
    count.textContent = say("found", { count: found.length });
    if (found.length) replaceText((area.focus(), area), 0, area.value.length, text);
  };
  const close = () => {
    element.hidden = true;
    area.focus();
  };
  const element = h("div", {
    class: "ed-find", hidden: true, role: "search",
    onkeydown: (event) => {
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && event.target === field) go(!event.shiftKey);
      else return;
      event.preventDefault();
    },
  }, field, button("↓", () => go(true), { "aria-label": say("find-next"), title: say("find-next") }),
  button("↑", () => go(false), { "aria-label": say("find-previous"), title: say("find-previous") }),
  other, button(say("replace-all"), all), button("✕", close, { "aria-label": say("close"), title: say("close") }), count);
  const open = () => {
    element.hidden = false;
    const { selectionStart, selectionEnd, value } = area;
    const chosen = value.slice(selectionStart, selectionEnd);
    if (chosen && !chosen.includes("\n")) field.value = chosen;
    field.focus();
    field.select();
  };
  return { element, open };
};

// What differs between two texts, line by line: [" " or "-" or "+", line]. Long texts are compared in the middle alone.
const difference = (before, after) => {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const same = (lines) => lines.map((line) => [" ", line]);
  const middle = x.length * y.length > 1_000_000 ? [...x.map((line) => ["-", line]), ...y.map((line) => ["+", line])] : longest(x, y);
  return [...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))];
};

// By the longest common subsequence.
const longest = (x, y) => {
  const width = y.length + 1;
  const best = new Uint32Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = y.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = x[i] === y[j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) lines.push([" ", x[(j += 1, i++)]]);
    else if (j >= y.length || (i < x.length && best[(i + 1) * width + j] >= best[i * width + j + 1])) lines.push(["-", x[i++]]);
    else lines.push(["+", y[j++]]);
  }
  return lines;
};
