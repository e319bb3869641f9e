// What the loader calls: opening a tool of a player, and what a page starts with.

const players = new Map();

// A player as the tools see it.
class Handle {
  constructor(figure, offered) {
    this.figure = figure;
    this.id = figure.id;
    this.offered = offered;
    this.original = this.read();
    this.panels = figure.querySelector(".p-tools");
    // The keys of the player are letters and arrows: what is typed here is none of its business.
    for (const place of [this.panels, figure.querySelector(".p-edit")]) {
      place.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && place === this.panels) this.show(null);
        event.stopPropagation();
      });
    }
    // Esc closes a panel from its button too.
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.shown) this.show(null);
    });
  }

  read() {
    return this.offered.read();
  }

  facts() {
    return JSON.parse(this.offered.facts());
  }

  open(text) {
    return new Promise((resolve) => this.offered.open(text, (answer) => resolve(JSON.parse(answer))));
  }

  tool(pairs) {
    return this.ask(new URLSearchParams(pairs).toString());
  }

  ask(text) {
    return new Promise((resolve) => this.offered.tool(text, (answer) => resolve(JSON.parse(answer))));
  }

  press(tool, is) {
    this.figure.querySelector(`[data-tool="${tool}"]`)?.setAttribute("aria-expanded", String(is));
  }

  // Shows one panel under the caption, or none.
  show(tool) {
    const last = this.shown;
    if (last) this.press(last, false);
    this.shown = tool === last ? null : tool;
    this.panels.replaceChildren();
    if (!this.shown) {
      if (last && !this.figure.contains(document.activeElement)) this.figure.querySelector(`[data-tool="${last}"]`)?.focus();
      return;
    }
    this.press(tool, true);
    this.panels.append({ share: sharePanel, compare: comparePanel, trust: trustPanel }[tool](this));
  }

  // The editor, perhaps with another program in it.
  async edit(setup, withPage = false) {
    if (!this.change) {
      const kept = await this.draft();
      this.change ??= new ChangePanel(this, kept);
    }
    this.press("edit", true);
    this.change.open(withPage);
    if (setup) this.change.load(setup);
  }

  // The draft that was kept, if it is one: the storage is as trustworthy as a link.
  async draft() {
    const kept = readDraft(this);
    if (!kept) return null;
    if (kept.length <= tooLong && !(await this.ask(`tool=read&${kept}`)).flaw) return kept;
    dropDraft(this);
    return null;
  }

  closed(tool, quiet) {
    this.press(tool, false);
    if (!quiet) this.figure.querySelector(`[data-tool="${tool}"]`)?.focus({ preventScroll: true });
  }

  toggle(tool) {
    if (tool !== "edit") return this.show(tool);
    if ("editing" in this.figure.dataset) return this.change.close();
    return this.edit();
  }
}

const handle = (figure, offered) => {
  if (!players.has(figure)) players.set(figure, new Handle(figure, offered));
  return players.get(figure);
};

// A button of a player was pressed.
export const open = (figure, offered, tool) => handle(figure, offered).toggle(tool);

// A page that begins with a tool: the playground and embedded players. A link in the address comes first, then a draft.
export const start = async (figure, offered) => {
  const player = handle(figure, offered);
  const note = document.querySelector("[data-start-note]");
  const tell = (text) => note && (note.textContent = text);
  const editing = figure.dataset.start === "edit";
  if (!editing) inFrame();
  // Another link of the same page; any other fragment is a place in it.
  addEventListener("hashchange", () => location.hash.startsWith("#p=") && location.reload());
  wireExamples(player, tell);
  const fragment = new URLSearchParams(location.hash.slice(1).replace(/\+/g, "%2B"));
  const packed = fragment.get("p");
  if (packed === null) {
    if (editing) player.edit(null, true);
    return;
  }
  const unpacked = await unpack(packed);
  const answer = unpacked.flaw ? unpacked : await player.open(unpacked.text);
  if (answer.flaw) {
    tell(flawText(answer.flaw));
    if (editing) player.edit(null, true);
    return;
  }
  if (answer.steps === 0) {
    player.edit(new URLSearchParams(unpacked.text));
    return;
  }
  player.original = player.read();
  // What the link brought is what there is to change, not the draft of another day.
  player.change = new ChangePanel(player, null);
  tell(editing ? say("from-link") : "");
};

// In a frame: says how high the page is, and leads to the same program in the playground.
const inFrame = () => {
  const page = document.querySelector("main");
  if (parent !== window) {
    new ResizeObserver(() => parent.postMessage({ lockstepHeight: page.getBoundingClientRect().height + 4 }, "*")).observe(page);
  }
  const large = document.querySelector("[data-large]");
  large?.addEventListener("click", () => (large.href = `${large.href.split("#")[0]}${location.hash}`));
};

// A draft waits: the button says so.
export const mark = (figure) => {
  const button = figure.querySelector('[data-tool="edit"]');
  if (button && !button.querySelector("small")) button.append(h("small", {}, ` · ${say("draft")}`));
};

// The menu of the playground: each entry names a file of the site and, perhaps, a model.
const wireExamples = (player, tell) => {
  const menu = document.querySelector("select[data-examples]");
  // An arrow key on a closed menu changes it at once: who moves through it by keys opens an example by Enter.
  let byKeys = false;
  menu?.addEventListener("pointerdown", () => (byKeys = false));
  menu?.addEventListener("keydown", (event) => {
    byKeys = true;
    if (event.key === "Enter") load();
  });
  menu?.addEventListener("change", () => (byKeys ? tell(say("press-enter")) : load()));
  const load = async () => {
    const option = menu.selectedOptions[0];
    if (!option.value) return;
    const answer = await fetch(option.value);
    if (!answer.ok) return tell(say("no-example"));
    const setup = new URLSearchParams(option.dataset.setup ?? "");
    setup.set("v", "1");
    setup.set("file", option.value.split("/").at(-1));
    setup.set("source", await answer.text());
    const run = await player.open(setup.toString());
    if (run.flaw) return tell(flawText(run.flaw));
    player.original = player.read();
    if (player.change) {
      player.change.original = new URLSearchParams(player.original);
      player.change.load(new URLSearchParams(player.original));
      // The focus stays on the menu: its next entry is an arrow key away.
      player.change.close(true);
    }
    if (document.activeElement === document.body) menu.focus();
    tell("");
  };
};
