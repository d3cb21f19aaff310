// Words of the portal's screens, in German.
import type { customersPeople as english } from "../en/customers-people";

export const customersPeople: typeof english = {
  title: "Heute",
};
