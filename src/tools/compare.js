// The same program with the GIL, without it and as processes, over the number of cores and of threads: charts and
// tables, all from runs of the engine.

const KINDS = ["gil", "free-threaded", "processes"];

const shownTime = (ns) => {
  const [unit, size] = ns < 1e3 ? ["ns", 1] : ns < 1e6 ? ["us", 1e3] : ns < 1e9 ? ["ms", 1e6] : ["s", 1e9];
  const figure = ns / size;
  const digits = figure >= 100 || unit === "ns" ? 0 : figure >= 10 ? 1 : 2;
  return say(unit, { n: figure.toLocaleString(LANG, { maximumFractionDigits: digits }) });
};
const shownRatio = (ratio) => `×${ratio.toLocaleString(LANG, { maximumFractionDigits: 2 })}`;

const comparePanel = (player) => {
  const body = h("div", {}, h("p", { class: "dim", role: "status" }, say("comparing")));
  const setup = new URLSearchParams(player.read());
  ["schedule", "cursor"].forEach((name) => setup.delete(name));
  player.tool([["tool", "compare"], ...setup]).then((answer) => {
    if (answer.flaw) body.replaceChildren(h("p", { role: "status" }, flawText(answer.flaw)));
    else body.replaceChildren(...comparison(answer, player));
  });
  return h("div", { class: "p-panel" }, h("p", { class: "p-title" }, say("compare-title")), body);
};

const comparison = ({ cores, threads, processes }, player) => {
  const outputs = new Set(cores.filter((row) => row.end === "finished").map((row) => row.output));
  return [
    ...curves(cores, "cores"),
    h("p", { class: "dim" }, say("compare-note")),
    outputs.size > 1 ? h("p", { class: "alarm" }, say("outputs-differ")) : null,
    ...(threads.length ? [...curves(threads, "threads"), h("p", { class: "dim" }, say("threads-note"))] : []),
    processes ? h("p", {}, say("processes-note"), " ", button(say("open-processes"), () => openProcesses(player, processes))) : h("p", { class: "dim" }, say("no-processes")),
  ].filter(Boolean);
};

// Chart and table of some runs, over the number of cores or of threads.
const curves = (rows, over) => {
  const series = KINDS.map((kind) => ({ kind, runs: rows.filter((row) => row.as === kind) })).filter(({ runs }) => runs.length);
  const numbers = series[0].runs.map((run) => run.of);
  // Time that was measured to the program's own end alone can be compared.
  const good = series.filter(({ runs }) => runs.every((run) => run.end === "finished"));
  const speedUp = good.map(({ kind, runs }) => ({ kind, points: runs.map((run) => [run.of, runs[0].ns / Math.max(run.ns, 1)]) }));
  const cell = (run, first) => {
    if (run.end !== "finished") return h("td", {}, say(`end-${run.end}`));
    return h("td", {}, shownTime(run.ns), h("small", {}, shownRatio(first.ns / Math.max(run.ns, 1))));
  };
  const title = over === "cores" ? say("compare-title") : say("threads-title");
  const label = over === "cores" ? say("cores") : say("threads");
  const table = h("table", { class: `st p-times by-${over}` },
    h("caption", { class: "vh" }, title),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, label), numbers.map((n) => h("th", { scope: "col" }, String(n))))),
    h("tbody", {}, series.map(({ kind, runs }) =>
      h("tr", {}, h("th", { scope: "row" }, say(`as-${kind}`)), runs.map((run) => cell(run, runs[0]))))));
  const head = over === "cores" ? [] : [h("p", { class: "p-title" }, title)];
  return [...head, h("div", { class: "p-compare" }, good.length ? chart(speedUp, numbers, label) : null, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, table))];
};

const openProcesses = (player, source) => {
  const setup = new URLSearchParams(player.read());
  setup.set("source", source);
  ["schedule", "cursor"].forEach((name) => setup.delete(name));
  player.edit(setup);
};

// Ink alone: told apart by dash and marker, named at the line's end, the ideal as a hairline.
const chart = (series, numbers, label) => {
  const [width, height, left, right, top, bottom] = [460, 244, 34, 136, 12, 36];
  const most = Math.max(2, Math.ceil(Math.max(...series.flatMap(({ points }) => points.map(([, y]) => y)))));
  const x = (n) => left + ((width - left - right) * (n - numbers[0])) / (numbers.at(-1) - numbers[0]);
  const y = (v) => height - bottom - ((height - top - bottom) * v) / most;
  const ticks = Array.from({ length: most + 1 }, (_, n) => n).filter((n) => most <= 5 || n % 2 === 0);
  const ideal = numbers.filter((n) => n <= most);
  const marks = [(a, b) => `M${a - 4} ${b - 4}h8v8h-8z`, (a, b) => `M${a - 4.5} ${b}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z`, (a, b) => `M${a} ${b - 5.5}l5 9h-10z`];
  // Names that would lie on each other move apart.
  const ends = series.map(({ points }, index) => ({ index, at: y(points.at(-1)[1]) })).sort((a, b) => a.at - b.at);
  ends.forEach((end, index) => index && (end.at = Math.max(end.at, ends[index - 1].at + 15)));
  const nameAt = (index) => ends.find((end) => end.index === index).at;
  const lines = series.map(({ kind, points }, index) => svg("g", { class: `line l-${KINDS.indexOf(kind)}` },
    svg("path", { class: "way", d: points.map(([n, v], i) => `${i ? "L" : "M"}${x(n)} ${y(v)}`).join("") }),
    points.map(([n, v]) => svg("path", { class: "dot", d: marks[KINDS.indexOf(kind)](x(n), y(v)) })),
    svg("text", { x: x(numbers.at(-1)) + 10, y: nameAt(index) + 4 }, say(`as-${kind}`))));
  const spoken = series.map(({ kind, points }) => `${say(`as-${kind}`)}: ${points.map(([n, v]) => `${n} — ${shownRatio(v)}`).join(", ")}`).join("; ");
  return svg("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${label}. ${say("speed-up")}. ${spoken}` },
    ticks.map((n) => [svg("path", { class: "hl", d: `M${left} ${y(n)}H${width - right}` }), svg("text", { class: "x", x: left - 6, y: y(n) + 4, "text-anchor": "end" }, `×${n}`)]),
    numbers.map((n) => svg("text", { class: "x", x: x(n), y: height - bottom + 16, "text-anchor": "middle" }, String(n))),
    svg("text", { class: "x", x: (left + width - right) / 2, y: height - 4, "text-anchor": "middle" }, label),
    svg("path", { class: "ideal", d: ideal.map((n, i) => `${i ? "L" : "M"}${x(n)} ${y(n)}`).join("") }),
    lines);
};
