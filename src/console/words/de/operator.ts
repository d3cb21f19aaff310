// Words of the operator screens, in German.
import type { operator as english } from "../en/operator";

export const operator: typeof english = {
  title: "",
};
