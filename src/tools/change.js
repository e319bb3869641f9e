// Changing the program and what its runs depend on.

const MODELS = ["cpython", "bytecode", "free-threaded"];
const METHODS = ["fork", "spawn", "forkserver"];
const INTERVALS = [5_000, 1_000, 100, 10, 1];

const choice = (label, name, options, value) => {
  const select = h("select", { name }, options.map(([key, text]) => h("option", { value: key, selected: String(key) === String(value) }, text)));
  return h("label", {}, h("span", {}, label), select);
};

const number = (label, name, value, most) =>
  h("label", {}, h("span", {}, label), h("input", { type: "number", name, min: name === "seed" ? 0 : 1, max: most, step: 1, value, inputmode: "numeric" }));

// The controls of a setup; `read` writes them back into one.
const optionControls = (setup) => {
  const interval = Number(setup.get("switch-interval") ?? INTERVALS[0]);
  const intervals = INTERVALS.includes(interval) ? INTERVALS : [interval, ...INTERVALS];
  const time = (us) => (us >= 1_000 ? say("ms", { n: us / 1_000 }) : say("us", { n: us }));
  const element = h("div", { class: "ed-options", role: "group", "aria-label": say("options") },
    choice(say("preemption"), "preemption", MODELS.map((key) => [key, say(`preemption-${key}`)]), setup.get("preemption") ?? MODELS[0]),
    choice(say("start-method"), "start-method", METHODS.map((key) => [key, say(`start-method-${key}`)]), setup.get("start-method") ?? METHODS[0]),
    choice(say("switch-interval"), "switch-interval", intervals.map((us) => [us, time(us)]), interval),
    number(say("cores"), "cores", setup.get("cores") ?? 4, 64),
    number(say("seed"), "seed", setup.get("seed") ?? 0, Number.MAX_SAFE_INTEGER));
  const usual = { preemption: MODELS[0], "switch-interval": "5000", cores: "4", "start-method": METHODS[0], seed: "0" };
  const read = (into) => {
    for (const control of element.querySelectorAll("select, input")) {
      const value = control.value.trim();
      if (value === usual[control.name] || value === "") into.delete(control.name);
      else into.set(control.name, value);
    }
  };
  return { element, read };
};

// The panel in the place of the code.
class ChangePanel {
  constructor(player, kept) {
    this.player = player;
    this.original = new URLSearchParams(player.original);
    this.setup = new URLSearchParams(kept ?? player.read());
    this.setup.delete("cursor");
    this.place = player.figure.querySelector(".p-edit");
    this.build();
    addEventListener("pagehide", () => this.keepNow());
  }

  build() {
    const { player, setup } = this;
    this.options = optionControls(setup);
    this.options.element.addEventListener("change", () => this.keep());
    this.note = h("p", { class: "ed-note", role: "status" });
    this.changes = h("div", { class: "ed-diff", hidden: true });
    this.runButton = button(say("run"), () => this.run(), { class: "btn run", title: "Ctrl+Enter" });
    this.diffButton = button(say("differences"), () => this.toggleDiff(), { "aria-expanded": "false" });
    this.editor = new Editor({
      id: `${player.id}-editor`,
      value: setup.get("source") ?? "",
      ask: (source) => player.tool({ tool: "check", v: 1, file: setup.get("file") ?? "program.py", source }),
      changed: () => this.keep(),
      run: () => this.run(),
    });
    const actions = h("div", { class: "ed-actions" }, this.runButton, this.diffButton,
      button(say("reset"), () => this.reset()), button(say("close"), () => this.close()));
    this.place.replaceChildren(this.editor.element, this.options.element, actions, this.note, this.changes);
  }

  // A page that begins with the editor does not take the focus from a reader who is elsewhere by then.
  open(withPage) {
    this.player.figure.dataset.editing = "";
    this.place.hidden = false;
    if (!withPage || document.activeElement === document.body) this.editor.area.focus({ preventScroll: true });
    this.compare();
  }

  close(quiet = false) {
    delete this.player.figure.dataset.editing;
    this.keepNow();
    this.compare();
    this.player.closed("edit", quiet);
  }

  // The setup as it stands in the panel; another program or another rule has no use for the old schedule.
  current() {
    const setup = new URLSearchParams(this.setup);
    setup.set("source", this.editor.value);
    this.options.read(setup);
    setup.delete("schedule");
    return setup;
  }

  isChanged(setup) {
    const bare = (params) => {
      const copy = new URLSearchParams(params);
      ["schedule", "cursor"].forEach((name) => copy.delete(name));
      copy.sort();
      return copy.toString();
    };
    return bare(setup) !== bare(this.original);
  }

  // Says so where what is shown is of another program than the one in the editor.
  compare() {
    const { figure } = this.player;
    const shown = new URLSearchParams(this.player.read());
    const source = shown.get("source") ?? "";
    const stale = "editing" in figure.dataset && source !== this.editor.value;
    if (stale === "stale" in figure.dataset) return;
    figure.toggleAttribute("data-stale", stale);
    figure.querySelector(".p-stale").textContent = stale ? say("stale") : "";
  }

  // Not at every key: a long program takes time to be kept.
  keep() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.keepNow(), 200);
  }

  keepNow() {
    clearTimeout(this.later);
    if (!this.editor) return;
    this.compare();
    const setup = this.current();
    if (!this.isChanged(setup)) dropDraft(this.player);
    else if (!keepDraft(this.player, setup.toString())) this.note.textContent = say("not-kept");
    if (!this.changes.hidden) this.showDiff();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    this.note.textContent = say("working");
    this.keepNow();
    const answer = await this.player.open(this.current().toString());
    this.running = false;
    this.compare();
    if (answer.flaw) {
      this.note.textContent = flawText(answer.flaw);
    } else if (answer.message && answer.line && answer.steps === 0) {
      this.note.textContent = say("kept-last");
      this.editor.complain(answer);
      this.editor.goTo(answer.line);
    } else {
      // A run that a limit has cut has a message, but no line.
      this.note.replaceChildren(...(answer.message ? mistakeText(answer) : []));
      if (!answer.message) {
        this.close();
        this.player.figure.querySelector(".p-ctl .btn.go")?.focus({ preventScroll: true });
      }
    }
  }

  reset() {
    this.setup = new URLSearchParams(this.original);
    this.setup.delete("cursor");
    const options = optionControls(this.setup);
    options.element.addEventListener("change", () => this.keep());
    this.options.element.replaceWith(options.element);
    this.options = options;
    this.editor.value = this.setup.get("source") ?? "";
    this.note.textContent = say("was-reset");
    this.keepNow();
  }

  // Another program in the place of the one that was there.
  load(setup) {
    this.setup = setup;
    this.setup.delete("cursor");
    const options = optionControls(setup);
    options.element.addEventListener("change", () => this.keep());
    this.options.element.replaceWith(options.element);
    this.options = options;
    this.editor.value = setup.get("source") ?? "";
    this.keepNow();
  }

  toggleDiff() {
    this.changes.hidden = !this.changes.hidden;
    this.diffButton.setAttribute("aria-expanded", String(!this.changes.hidden));
    if (!this.changes.hidden) this.showDiff();
  }

  showDiff() {
    const lines = difference(this.original.get("source") ?? "", this.editor.value);
    const spoken = { "-": say("was"), "+": say("is") };
    const near = lines.map(([kind], index) => kind !== " " || lines.slice(Math.max(0, index - 2), index + 3).some(([other]) => other !== " "));
    const rows = lines.flatMap(([kind, line], index) => {
      if (!near[index]) return near[index - 1] ? [h("div", { class: "gap" }, "⋯")] : [];
      const name = kind === "-" ? "gone" : kind === "+" ? "new" : "";
      const mark = kind === " " ? "\u00a0" : h("b", { "aria-label": spoken[kind], role: "img" }, kind === "-" ? "−" : "+");
      return [h("div", { class: name }, mark, h("span", {}, line || "\u200b"))];
    });
    const none = lines.every(([kind]) => kind === " ");
    this.changes.replaceChildren(...(none ? [h("p", { class: "dim" }, say("no-differences"))] : rows));
  }
}
