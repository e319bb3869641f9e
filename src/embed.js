// <lockstep-player>: a player on any page, from one script tag (docs/embedding.md). It makes a frame to our own embed
// page: what a player needs (a worker, WebAssembly, a style sheet) stays under our policy, and the page that embeds
// needs to allow a script and a frame, no more. Its address never changes, so it is small and keeps its promises.
// A plain script and no module: those come from another site only with a header that not every server sends.
(() => {
"use strict";
const home = new URL(".", document.currentScript.src);

const toBase64 = (text) => {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

// Without the indentation that the surrounding markup gave all lines.
const dedent = (text) => {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^\s*\n/, "").trimEnd().split("\n");
  const depths = lines.filter((line) => line.trim()).map((line) => line.match(/^ */)[0].length);
  const depth = Math.min(...depths, 1_000);
  return lines.map((line) => line.slice(Math.min(depth, line.match(/^ */)[0].length))).join("\n") + "\n";
};

const COPIED = ["file", "preemption", "seed", "cores", "switch-interval", "start-method", "schedule", "cursor"];

class LockstepPlayer extends HTMLElement {
  connectedCallback() {
    // An element that is met while the page is read has no text yet.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
    else this.start();
  }

  start() {
    if (this.frame || !this.isConnected) return;
    const language = (this.closest("[lang]")?.lang ?? "en").startsWith("ru") ? "ru/" : "";
    this.frame = document.createElement("iframe");
    this.frame.src = `${home}embed/${language}#p=${this.getAttribute("link") ?? `0.${toBase64(this.setup())}`}`;
    this.frame.title = this.getAttribute("title") ?? "Lockstep";
    this.frame.loading = "lazy";
    this.frame.allow = "clipboard-write";
    this.frame.width = "100%";
    this.frame.height = this.getAttribute("height") ?? "760";
    // Set by script: a policy against inline styles forbids attributes alone.
    Object.assign(this.frame.style, { display: "block", border: "0", width: "100%" });
    this.style.display = "block";
    this.attachShadow({ mode: "open" }).append(this.frame);
    this.listen = (event) => {
      const height = event.source === this.frame.contentWindow && event.origin === home.origin && event.data?.lockstepHeight;
      if (!this.hasAttribute("height") && Number.isFinite(height)) this.frame.height = Math.min(Math.max(Math.ceil(height), 200), 4_000);
    };
    addEventListener("message", this.listen);
    // Where frames are forbidden the reader still gets the program.
    this.blocked = (event) => {
      if (!event.blockedURI.startsWith(home.origin) || !/^(frame|child|default)-src/.test(event.effectiveDirective)) return;
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    };
    document.addEventListener("securitypolicyviolation", this.blocked);
  }

  disconnectedCallback() {
    removeEventListener("message", this.listen);
    document.removeEventListener("securitypolicyviolation", this.blocked);
  }

  // The text of the program and its attributes, as links have them.
  setup() {
    const pairs = new URLSearchParams({ v: "1", source: dedent(this.textContent) });
    for (const name of COPIED) if (this.hasAttribute(name)) pairs.set(name, this.getAttribute(name));
    for (const word of (this.getAttribute("args") ?? "").split(/\s+/)) if (word) pairs.append("arg", word);
    return pairs.toString();
  }
}

if (!customElements.get("lockstep-player")) customElements.define("lockstep-player", LockstepPlayer);
})();
