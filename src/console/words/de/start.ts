// Words of the console's first page, in German.
import type { start as english } from "../en/start";

export const start: typeof english = {
  title: "Heute",
  greeting: (name, day) => `${name} · ${day}`,
};
