// Puts something else in the place of what a module exports, for whoever loads it from now on.
import { createRequire } from "node:module";

const load = createRequire(__filename);

/** Throws where the module is loaded already: whoever did that would keep what it had. */
export function replaceExports<M extends object>(
  module: string,
  replacements: (real: M) => Partial<M>,
): void {
  const path = load.resolve(module);
  if (load.cache[path]) throw new Error(`${module} is loaded already: nothing can replace it.`);
  const real = load(path) as M;
  load.cache[path]!.exports = { ...real, ...replacements(real) };
}
