// Words of the marketing screens, in German.
import type { marketing as english } from "../en/marketing";
import { bulk } from "./bulk";
import { moving } from "./moving";
import { people } from "./people";

export const marketing: typeof english = { ...people, ...moving, bulk };
