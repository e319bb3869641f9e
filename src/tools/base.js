// The editor and the menus of players, loaded when the reader opens one. The build joins the files of this folder
// into one module per language, with the words of `ui::tool_words` as WORDS, the language as LANG and the stress
// harness as HARNESS (site::tools). What they know of a player are four functions over texts (ui::offer).
// The root of the site: every file of a build lies there.
const ROOT = new URL(".", import.meta.url).pathname;

// A text, with its `{gaps}` filled.
const say = (key, gaps = {}) => WORDS[key].replace(/\{(\w+)\}/g, (_, name) => String(gaps[name]));

const make = (space) => (tag, attributes = {}, ...children) => {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
};
const h = make("http://www.w3.org/1999/xhtml");
const svg = make("http://www.w3.org/2000/svg");

const button = (text, onclick, attributes = {}) => h("button", { type: "button", class: "btn", onclick, ...attributes }, text);

// Other sites may share the origin: every key begins with the path of ours. Without storage nothing is kept.
const store = (use) => {
  try {
    return use(window.localStorage);
  } catch {
    return null;
  }
};

const tooLong = 200_000;
const draftKey = (player) => `${ROOT}draft:1:${location.pathname.slice(ROOT.length)}#${player.id}`;
const readDraft = (player) => store((all) => all.getItem(draftKey(player)));
const dropDraft = (player) => store((all) => all.removeItem(draftKey(player)));
// Says whether it was kept.
const keepDraft = (player, text) =>
  text.length <= tooLong && store((all) => (all.setItem(draftKey(player), text), true)) === true;

// A file for the reader.
const save = (name, content, type) => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

// The engine's word on what is wrong with a text.
const flawText = (flaw) => say(`flaw-${flaw}`);

// A mistake in words. What Python says is English in every language, and so is what the machine says in words of its
// own that nobody has translated.
const mistakeText = ({ message, line, ru, english = true }) => {
  const known = LANG === "ru" && ru ? ru : message;
  const own = h("span", english && known === message ? { lang: "en" } : {}, known);
  return line ? [say("mistake-at", { line, message: "" }), own] : [own];
};

const stem = (setup) => (setup.get("file") ?? "program.py").replace(/\.py$/, "");
