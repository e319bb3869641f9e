// Prints the digest of every run of every program on stdin: a line `FILE MODEL:SEED DIGEST` each.
import { readFileSync } from "node:fs";

const [modulePath, ...runs] = process.argv.slice(1);
const module = new WebAssembly.Module(readFileSync(modulePath));
const files = readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
for (const file of files) {
  const source = readFileSync(file);
  let instance = null;
  for (const run of runs) {
    const [model, seed] = run.split(":");
    let digest = "trap";
    try {
      if (instance === null) {
        instance = new WebAssembly.Instance(module, {});
        source.forEach((byte) => instance.exports.push(byte));
      }
      const value = instance.exports.digest_of_pushed(Number(model), BigInt(seed));
      digest = BigInt.asUintN(64, value).toString(16).padStart(16, "0");
    } catch (error) {
      console.error(`${file} ${run}: ${error}`);
      instance = null;
    }
    console.log(`${file} ${run} ${digest}`);
  }
}
