// New records change the dashboards' figures: one job for all that came in meanwhile.
import { sql } from "../database/sql";

export const queueFigures = () => sql`select queue_job('compute_figures', '{}'::json, 'figures')`;
