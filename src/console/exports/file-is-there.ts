// Whether there is a file to take away: made, not outdated, and not gone yet.
type Made = { state: string; isOutdated: boolean; expiresAt: string | null };

export const isThere = ({ state, isOutdated, expiresAt }: Made): boolean =>
  state === "DONE" &&
  !isOutdated &&
  expiresAt !== null &&
  new Date(expiresAt).getTime() > Date.now();
