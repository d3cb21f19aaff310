// The doors of dashboards: figures, and nobody in them.
import { fields, fragment, only } from "../access/fragment";

export const figureAccess = fragment({
  Query: fields("figures", only("DASHBOARD")),
  Figure: fields("month subject kind people events isWithheld computedAt", only("DASHBOARD")),
});
