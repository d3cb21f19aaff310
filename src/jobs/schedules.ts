// What happens by itself, and when (UTC).

export const SCHEDULES = [
  { task: "compute_figures", match: "15 2 * * *", identifier: "figures-nightly" },
  { task: "verify_lawfulness", match: "5 3 * * *", identifier: "lawfulness-nightly" },
  { task: "sweep", match: "40 * * * *", identifier: "sweep-hourly" },
] as const;

/** Also queued whenever a worker starts: once, however many start together. */
export const AT_START = [{ task: "compute_figures", jobKey: "figures" }] as const;
