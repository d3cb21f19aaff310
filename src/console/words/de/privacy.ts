// Words of the privacy screens, in German.
import type { privacy as english } from "../en/privacy";

export const privacy: typeof english = {
  title: "",
};
