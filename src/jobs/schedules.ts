// What happens by itself, and when (UTC).

export const SCHEDULES = [
  { task: "compute_figures", match: "15 2 * * *", identifier: "figures-nightly" },
  { task: "count_due_to_be_informed", match: "30 2 * * *", identifier: "informing-nightly" },
  { task: "verify_lawfulness", match: "5 3 * * *", identifier: "lawfulness-nightly" },
  { task: "sweep", match: "40 * * * *", identifier: "sweep-hourly" },
] as const;

/** Also queued whenever a worker starts: once, however many start together. */
export const AT_START = [
  { task: "compute_figures", jobKey: "figures" },
  { task: "count_due_to_be_informed", jobKey: "due-to-be-informed" },
] as const;
