// Words of the marketing screens, in German.
import type { marketing as english } from "../en/marketing";
import { moving } from "./moving";
import { people } from "./people";

export const marketing: typeof english = { ...people, ...moving };
