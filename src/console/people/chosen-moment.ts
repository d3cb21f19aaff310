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
      const known = next.knownAt === undefined && knownAt === at ? next.at : next.knownAt;
      const search = new URLSearchParams();
      if (next.at) search.set("at", next.at);
      const kept = known === undefined ? knownAt : known;
      if (next.at && kept) search.set("knownAt", kept);
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
