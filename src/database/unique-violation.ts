// Somebody else took the key meanwhile: PostgreSQL's answer where two bring in the same thing.

const UNIQUE_VIOLATION = "23505";

export const isUniqueViolation = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === UNIQUE_VIOLATION;
