// The entry of the engine's worker: loads the engine's module and runs it. It knows nothing of the messages.
//
// The build replaces the names in double braces by the hashed ones before it hashes this file.
const early = [];
const keep = (event) => early.push(event.data);
self.addEventListener("message", keep);

const start = async () => {
  // Both files at once: the module must not wait for its glue.
  const wasm = fetch(new URL("{{engine.wasm}}", import.meta.url));
  const { default: init } = await import("./{{engine.js}}");
  await init({ module_or_path: wasm });
  self.removeEventListener("message", keep);
  for (const data of early) self.dispatchEvent(new MessageEvent("message", { data }));
};

// A rejected promise stays inside a worker; an error thrown from a task reaches the page.
start().catch((error) => setTimeout(() => { throw error; }));
