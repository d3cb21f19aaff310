// Every kind of job and who does it.
import type { TaskList } from "graphile-worker";
import { computeFigures } from "../dashboards/compute-figures";
import { sweep } from "./sweep";

export const TASKS: TaskList = {
  compute_figures: () => computeFigures(),
  sweep: () => sweep(),
};
