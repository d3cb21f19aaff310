// What happens by itself, and when (UTC).

export const SCHEDULES = [
  { task: "compute_figures", match: "15 2 * * *", identifier: "figures-nightly" },
] as const;
