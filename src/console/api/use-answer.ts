// Questions as screens ask them: one answer, page after page, or an act.
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "./ask";
import type { Document } from "./document";
import { useOnce } from "./use-once";

export const keyOf = <Answer, Variables>(
  { name }: Document<Answer, Variables>,
  ...variables: Variables[]
): QueryKey => [name, ...variables];

type Asking<Answer> = {
  isEnabled?: boolean;
  /** Asked again each so many milliseconds: for what goes on by itself. */
  everyMs?: number | false;
  /** Only as long as the answer says that something goes on. */
  asLongAs?: (answer: Answer) => boolean;
  keepsLast?: boolean;
};

export const useAnswer = <Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  { isEnabled = true, everyMs = false, asLongAs, keepsLast = false }: Asking<Answer> = {},
) =>
  useQuery({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => ask(document, variables, { signal }),
    enabled: isEnabled,
    refetchInterval: asLongAs
      ? ({ state: { data } }) => data !== undefined && asLongAs(data) && everyMs
      : everyMs,
    ...(keepsLast && { placeholderData: keepPreviousData }),
  });

export type Connection<Row> = {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** A list, page after page by its cursor. Nothing is counted. */
export function usePages<Answer, Variables extends { after?: string | null | undefined }, Row>(
  document: Document<Answer, Variables>,
  variables: Omit<Variables, "after">,
  connectionOf: (answer: Answer) => Connection<Row> | null | undefined,
  { isEnabled = true, everyMs = false, asLongAs }: Asking<Answer> = {},
) {
  const query = useInfiniteQuery({
    queryKey: [document.name, "pages", variables],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ask(document, { ...variables, after: pageParam } as Variables, { signal }),
    getNextPageParam: (last) => {
      const info = connectionOf(last)?.pageInfo;
      return info?.hasNextPage ? info.endCursor : undefined;
    },
    enabled: isEnabled,
    refetchInterval: asLongAs
      ? ({ state: { data } }) => data !== undefined && data.pages.some(asLongAs) && everyMs
      : everyMs,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(
    () => (query.data?.pages ?? []).flatMap((page) => connectionOf(page)?.nodes ?? []),
    // the connection is found the same way each time
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [query.data],
  );
  return { ...query, rows };
}

export type Pages<Row> = ReturnType<
  typeof usePages<unknown, { after?: string | null | undefined }, Row>
>;

/** A mutation, sent once. What the screens know of `changes` is asked anew. */
export function useAct<Answer, Variables>(
  document: Document<Answer, Variables>,
  { changes = [], done }: { changes?: string[]; done?: (answer: Answer) => void } = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce<Answer, Variables>(document),
    onSuccess: async (answer) => {
      done?.(answer);
      await Promise.all(changes.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
