// The one script of a page. It keeps the reader's theme, sends the reader on from the choice of languages, owns the
// page's only Trusted Types policy, starts the page's module after the first paint and makes the engine's workers.
// It knows nothing of lessons, players or messages.
//
// The names of the files are in the script element's data attributes, so that this file, and its hashed name,
// stays the same when they change: data-client, data-client-wasm, data-worker, data-tools. A page without players
// has none. The tools are the players' editor and menus: they are loaded when the reader opens one.
(() => {
  "use strict";
  const script = document.currentScript;
  const address = (name) => new URL(name, script.src).href;

  // The theme that the reader chose, on every page of this site alone: other sites may share the origin.
  const root = document.documentElement;
  const key = `${new URL(".", script.src).pathname}theme`;
  const storage = (use) => {
    try {
      return use(window.localStorage);
    } catch {
      return null; // No storage: the choice lasts as long as the page.
    }
  };
  const chosen = storage((store) => store.getItem(key));
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#theme")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    storage((store) => store.setItem(key, root.dataset.theme));
  });

  // The root of the site has no language: on to the first of the reader's languages that there is.
  const choices = [...document.querySelectorAll("[data-choose-language] a[hreflang]")];
  const wanted = (navigator.languages ?? [navigator.language]).map((language) => language.split("-")[0]);
  const language = wanted.find((language) => choices.some((link) => link.hreflang === language)) ?? "en";
  const choice = choices.find((link) => link.hreflang === language);
  if (choice) {
    location.replace(choice.href);
    return;
  }

  const { client, clientWasm, worker, tools } = script.dataset;
  if (!client) return;

  // The policy is the `default` one because the view library assigns `innerHTML` (to a <template>, for the
  // static parts of a view made in the browser) without asking a policy. What it may not bring in: anything
  // that runs, loads or navigates by itself, event handler attributes included. The only script address
  // is that of the engine's worker. `createScript` is missing, so nothing is ever evaluated from a string.
  const active = /<(script|iframe|frame|object|embed|link|meta|base|style|form)\b|<[^>]*([\s"'/](on[a-z]+|srcdoc)\s*=|javascript:)/i;
  const workerAddress = address(worker);
  const rules = {
    createHTML: (html) => (active.test(html) ? null : html),
    createScriptURL: (url) => (new URL(url, document.baseURI).href === workerAddress ? workerAddress : null),
  };
  const policy = window.trustedTypes ? window.trustedTypes.createPolicy("default", rules) : rules;

  // Players offer themselves; a press of a tool's button, a page that begins with one, or a draft loads the tools.
  const offered = new Map();
  const withTools = (use) => import(address(tools)).then(use, () => {});
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tool]");
    const figure = button?.closest("figure[data-player]");
    if (offered.has(figure)) withTools((module) => module.open(figure, offered.get(figure), button.dataset.tool));
  });
  const offer = (id, read, facts, open, tool) => {
    const figure = document.getElementById(id);
    offered.set(figure, { read, facts, open, tool });
    // As high as what is in it, and said so: then a step lays out the player, not the page.
    const { style, firstElementChild: player } = figure.querySelector(".hold");
    new ResizeObserver(([{ borderBoxSize: [{ blockSize }] }]) => {
      style.height = `${blockSize}px`;
      style.contain = "size layout style";
    }).observe(player);
    const root = new URL(".", script.src).pathname;
    const draft = `${root}draft:1:${location.pathname.slice(root.length)}#${id}`;
    // Not before the player is taken over as a whole.
    if (figure.dataset.start) setTimeout(() => withTools((module) => module.start(figure, offered.get(figure))));
    else if (storage((store) => store.getItem(draft))) setTimeout(() => withTools((module) => module.mark(figure)));
  };

  // What the page's module may ask of this file.
  let engine = null;
  window.lockstep = Object.freeze({
    // A new worker with the engine in it. The worker keeps messages that come before the engine is up;
    // an engine that fails to start, or dies, fires `error` on the worker.
    makeEngine: () => (engine = new Worker(policy.createScriptURL(workerAddress), { type: "module", name: "engine" })),
    // The last one made: a test ends it, to see what the page does then.
    get engine() {
      return engine;
    },
    offer,
  });

  const start = async () => {
    const module = await import(address(client));
    await module.default({ module_or_path: address(clientWasm) });
    // For style sheets and tests: from here on the page reacts.
    document.documentElement.dataset.module = "ready";
  };
  // Reading comes first: nothing of this may delay the first paint. A tab in the background has none yet, and waits.
  if (window.PerformanceObserver?.supportedEntryTypes?.includes("paint")) {
    const painted = new PerformanceObserver(() => {
      painted.disconnect();
      start();
    });
    painted.observe({ type: "paint", buffered: true });
  } else {
    requestAnimationFrame(() => setTimeout(start));
  }
})();
