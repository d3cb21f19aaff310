// The moment that a record's page is about stands in its address, so that it can be shared: `at`, and `knownAt` where
// it is judged by what was known then.
import { useLocation, useNavigate, useSearchParams } from "react-router";

export type ChosenMoment = {
  at: string | null;
  knownAt: string | null;
  set(next: { at: string | null; knownAt?: string | null }): void;
};

export function useChosenMoment(): ChosenMoment {
  const [parameters] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
  const navigate = useNavigate();
  const at = momentIn(parameters, "at");
  const knownAt = at && momentIn(parameters, "knownAt");
  return {
    at,
    knownAt,
    set: (next) => {
      // what was known at the moment itself goes along with it
      const follows = knownAt !== null && knownAt === at ? next.at : knownAt;
      const known = next.knownAt === undefined ? follows : next.knownAt;
      const search = new URLSearchParams();
      if (next.at) search.set("at", next.at);
      if (next.at && known) search.set("knownAt", known);
      void navigate(
        { search: search.toString() },
        { replace: true, state, preventScrollReset: true },
      );
    },
  };
}

function momentIn(parameters: URLSearchParams, name: string): string | null {
  const time = Date.parse(parameters.get(name) ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
