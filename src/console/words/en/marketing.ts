// Words of the marketing screens, in English.
import { moving } from "./moving";
import { people } from "./people";

export const marketing = { ...people, ...moving };
