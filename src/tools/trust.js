// Which Python the picture stands for, where it may differ for this program, and a way to try it at home.

// Where on the page of limitations a sentence is told at length.
const SECTIONS = { see: ["time", "print", "library", "next", "start"], values: ["identity", "math"] };
const sectionOf = (name) => Object.keys(SECTIONS).find((section) => SECTIONS[section].includes(name));

const trustPanel = (player) => {
  const setup = new URLSearchParams(player.read());
  const free = setup.get("preemption") === "free-threaded";
  const list = h("ul", { class: "p-touches" });
  const note = h("p", { class: "ed-note", role: "status" });
  const told = (name) => {
    const section = sectionOf(name);
    const href = `${ROOT}${LANG}/limitations/#${section && say(`section-${section}`)}`;
    return h("li", {}, say(`touches-${name}`), section && [" ", h("a", { href, "aria-label": `${say("more")}: ${say(`touches-${name}`)}` }, say("more"))]);
  };
  player.tool([["tool", "touches"], ...setup]).then((answer) => {
    if (answer.flaw) note.textContent = flawText(answer.flaw);
    else list.replaceChildren(...answer.touches.map(told));
  });
  return h("div", { class: "p-panel" },
    h("p", { class: "p-title" }, say("trust-title")),
    h("p", {}, say(free ? "stands-free" : "stands")),
    list,
    h("p", {}, h("a", { href: `${ROOT}${LANG}/limitations/` }, say("all-limitations"))),
    h("p", { class: "p-title" }, say("own-title")),
    h("p", {}, say("own-text")),
    h("div", { class: "p-row" },
      button(say("save-py"), () => save(setup.get("file"), setup.get("source"), "text/x-python")),
      button(say("save-harness"), () => save(`stress_${setup.get("file")}`, harness(player), "text/x-python"), { class: "btn run" })),
    h("p", { class: "dim" }, say("own-how", { file: `stress_${setup.get("file")}` })),
    note);
};

// The harness with this program and the outcome that is shown. A JSON string is a Python literal too.
const harness = (player) => {
  const setup = new URLSearchParams(player.read());
  const facts = player.facts();
  const lines = (setup.get("source") ?? "").split("\n").map((line) => `    ${JSON.stringify(line)},`).join("\n");
  const model = setup.get("preemption") ?? MODELS[0];
  const method = setup.get("start-method") ?? METHODS[0];
  const fill = {
    FILE: JSON.stringify(setup.get("file")), LINES: `[\n${lines}\n]`, ARGS: JSON.stringify(setup.getAll("arg")),
    OUTPUT: JSON.stringify(facts.output), HANGS: ["deadlock", "livelock"].includes(facts.end) ? "True" : "False",
    NUDGE: JSON.stringify(model === "bytecode" ? "opcode" : "off"), METHOD: JSON.stringify(method),
  };
  return HARNESS.replace(/"@(\w+)@"/g, (_, name) => fill[name]);
};
