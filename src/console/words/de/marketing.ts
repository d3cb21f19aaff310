// Words of the marketing screens, in German.
import type { marketing as english } from "../en/marketing";

export const marketing: typeof english = {
  title: "",
};
