// What was answered is kept for a while. A server that is away is asked again until it is back; everything else is told.
import { QueryClient } from "@tanstack/react-query";
import { Fault, isAway, isUnanswered } from "./fault";

const FRESH_MS = 10_000;
const TRIES_WHILE_AWAY = 100;

const retryDelay = (_tries: number, error: unknown) =>
  1_000 * (error instanceof Fault ? Math.max(1, error.retryAfterSeconds) : 1);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      networkMode: "always",
      retry: (tries, error) => isAway(error) && tries < TRIES_WHILE_AWAY,
      retryDelay,
    },
    // each has its key, so that it runs once however often it is sent
    mutations: {
      networkMode: "always",
      retry: (tries, error) => isUnanswered(error) && tries < TRIES_WHILE_AWAY,
      retryDelay,
    },
  },
});
