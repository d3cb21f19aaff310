// Words of the start screens, in German.
import type { start as english } from "../en/start";

export const start: typeof english = {
  title: "Heute",
};
