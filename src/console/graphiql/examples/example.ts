// An operation to begin with. Its title stands beside it, in each language: only whoever may ask it loads either.
export type Example = {
  title: Record<"EN" | "DE", string>;
  query: string;
  variables?: Readonly<Record<string, unknown>>;
};
