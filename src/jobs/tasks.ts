// Every kind of job and who does it.
import type { TaskList } from "graphile-worker";
import { computeFigures } from "../dashboards/compute-figures";

export const TASKS: TaskList = { compute_figures: () => computeFigures() };
