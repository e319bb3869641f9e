// Links, copies, exports. A link carries a setup's text in its fragment, compressed: `1.` and the bytes in base64url;
// `0.` where the browser cannot compress. What comes from a link may come from anybody: its size is bounded while
// it is unpacked, it must be UTF-8, and the engine's own reader decides on the rest.

const MOST_UNPACKED = 2 << 20;
const MOST_PACKED = 1 << 20;

const toBase64 = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};
const fromBase64 = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const through = async (bytes, stream, most) => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw Object.assign(new Error("too long"), { flaw: "size" });
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

const pack = async (text) => {
  const bytes = new TextEncoder().encode(text);
  if (!window.CompressionStream) return `0.${toBase64(bytes)}`;
  return `1.${toBase64(await through(bytes, new CompressionStream("deflate-raw"), Infinity))}`;
};

// The text in a link, or the name of what is wrong with it.
const unpack = async (packed) => {
  try {
    if (packed.length > MOST_PACKED) return { flaw: "size" };
    const [kind, data] = [packed.slice(0, 2), packed.slice(2)];
    if (kind !== "0." && kind !== "1.") return { flaw: "version" };
    const bytes = fromBase64(data);
    const plain = kind === "0." ? bytes : await through(bytes, new DecompressionStream("deflate-raw"), MOST_UNPACKED);
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(plain) };
  } catch (error) {
    return { flaw: error.flaw ?? "text" };
  }
};

// What of a setup goes into a link: the reader may leave the run behind and share the program alone.
const linkTo = async (setup, whole) => {
  const shared = new URLSearchParams(setup);
  if (!whole) ["schedule", "cursor"].forEach((name) => shared.delete(name));
  return `${location.origin}${ROOT}${LANG}/playground/#p=${await pack(shared.toString())}`;
};

const copy = async (text, note, field) => {
  try {
    await navigator.clipboard.writeText(text);
    note.textContent = say("copied");
  } catch {
    // Without the permission the reader copies by hand.
    field?.focus();
    field?.select();
    note.textContent = say("copy-by-hand");
  }
};

// What of a drawing the style sheet says, which a file of its own has to carry.
const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "paint-order", "stroke-linejoin"];

// The timeline as it is shown, light and on paper, as a file of its own.
const drawing = (figure) => {
  const shown = [...figure.querySelectorAll(".p-time .scroll svg.tl")].find((picture) => picture.getClientRects().length) ?? figure.querySelector(".p-time svg.tl");
  const fillings = document.querySelector("svg.defs");
  const styled = (original) => {
    const copy = original.cloneNode(true);
    const [from, to] = [[original, ...original.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
    to.forEach((element, index) => {
      const style = getComputedStyle(from[index]);
      for (const name of DRAWN) {
        // A filling is named in an attribute, and that is what counts.
        if (name === "fill" && element.getAttribute("fill")?.startsWith("url(")) continue;
        const value = style.getPropertyValue(name);
        if (value && value !== "none" || name === "fill" || name === "stroke") element.setAttribute(name, value);
      }
      element.removeAttribute("class");
      [...element.attributes].filter(({ name }) => /^(aria-|tabindex|role|data-)/.test(name)).forEach(({ name }) => element.removeAttribute(name));
    });
    return copy;
  };
  // The tokens of the style sheet follow the scheme of the element that uses them.
  for (const element of [shown, fillings]) if (element) element.style.colorScheme = "light";
  const [copy, defs] = [styled(shown), fillings && styled(fillings)];
  for (const element of [shown, fillings]) if (element) element.style.colorScheme = "";
  const [, , width, height] = shown.getAttribute("viewBox").split(" ").map(Number);
  copy.removeAttribute("style");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.prepend(...(defs ? defs.children : []), svg("rect", { width, height, fill: "#ffffff" }));
  return new XMLSerializer().serializeToString(copy);
};

// A picture of a drawing.
const toPng = (drawing) =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const scale = Math.min(2, 8_000 / Math.max(image.naturalWidth, image.naturalHeight, 1));
      const canvas = h("canvas", { width: Math.ceil(image.naturalWidth * scale), height: Math.ceil(image.naturalHeight * scale) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    };
    image.onerror = () => reject(new Error("no picture"));
    // Not a blob's address: the Content Security Policy lets in what is in the page alone.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  });

// Prints this figure alone: its timeline and its events.
const printFigure = (figure) => {
  const root = document.documentElement;
  figure.dataset.printed = "";
  root.dataset.print = "figure";
  const done = () => {
    delete figure.dataset.printed;
    delete root.dataset.print;
  };
  addEventListener("afterprint", done, { once: true });
  print();
};

const sharePanel = (player) => {
  const setup = () => new URLSearchParams(player.read());
  const note = h("p", { class: "ed-note", role: "status" });
  const field = h("input", { type: "text", readonly: true, "aria-label": say("link"), onfocus: (event) => event.target.select() });
  const whole = h("input", { type: "checkbox", checked: true, onchange: () => refresh() });
  const refresh = async () => (field.value = await linkTo(setup(), whole.checked));
  const ask = (tool) => player.tool([["tool", tool], ["title", player.facts().title], ...setup()]);
  const flawed = (answer) => Boolean(answer.flaw && ((note.textContent = flawText(answer.flaw)), true));
  const markdown = async () => {
    const answer = await ask("markdown");
    if (!flawed(answer)) copyBlock(answer.text, note);
  };
  const draw = async (use) => {
    await use(drawing(player.figure));
    note.textContent = say("saved");
  };
  const block = h("textarea", { class: "p-block", rows: 6, readonly: true, hidden: true, "aria-label": say("markdown"), wrap: "off" });
  const copyBlock = (text, status) => {
    block.value = text;
    block.hidden = false;
    return copy(text, status, block);
  };
  const embed = async () => {
    const packed = (await linkTo(setup(), whole.checked)).split("#")[1];
    const page = LANG === "en" ? "embed/" : `embed/${LANG}/`;
    copyBlock(`<iframe src="${location.origin}${ROOT}${page}#${packed}" title="${say("embed-title")}" width="100%" height="760" loading="lazy"></iframe>\n`, note);
  };
  refresh();
  return h("div", { class: "p-panel" },
    h("p", { class: "p-title" }, say("share-title")),
    h("div", { class: "p-row" }, field, button(say("copy-link"), () => copy(field.value, note, field), { class: "btn run" })),
    h("label", { class: "p-check" }, whole, say("with-run")),
    h("p", { class: "p-title" }, say("keep-title")),
    h("div", { class: "p-row" },
      button(say("markdown"), markdown), button(say("embed"), embed),
      button("SVG", () => draw((text) => save(`${stem(setup())}.svg`, text, "image/svg+xml")), { title: say("save-svg") }),
      button("PNG", () => draw(async (text) => save(`${stem(setup())}.png`, await toPng(text), "image/png")), { title: say("save-png") }),
      button("Perfetto", async () => {
        const answer = await ask("perfetto");
        if (!flawed(answer)) {
          save(`${stem(setup())}.perfetto.json`, answer.text, "application/json");
          note.textContent = say("perfetto-hint");
        }
      }, { title: say("save-perfetto") }),
      button(say("print"), () => printFigure(player.figure))),
    block, note);
};
