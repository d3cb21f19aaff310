// What a prepared file's rows would become: the counts, and the rows of one kind or all, page after page.
import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { ask } from "../api/ask";
import { instantOf } from "../words/days";
import { ImportPreview, type ImportPrediction, type ImportPreviewQuery } from "./imports.documents";

export type PreviewFound = NonNullable<ImportPreviewQuery["importPreview"]>;
export type PreviewRow = PreviewFound["rows"][number];

/** `confirmedAt` as it is typed; `shown`: of which the rows are shown, all where it is null. */
export type Looking = { id: string; confirmedAt: string; shown: ImportPrediction | null };

const AT_ONCE = 50;

export function usePreview({ id, confirmedAt, shown }: Looking) {
  const asked = {
    ...{ id, first: AT_ONCE },
    confirmedAt: instantOf(confirmedAt),
    predictions: shown && [shown],
  };
  const query = useInfiniteQuery({
    queryKey: [ImportPreview.name, asked],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await ask(ImportPreview, { ...asked, afterRow: pageParam }, { signal });
      return answer.importPreview;
    },
    getNextPageParam: (last) =>
      last && last.rows.length === AT_ONCE ? last.rows.at(-1)!.row : undefined,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  return {
    ...query,
    /** Undefined until it is known, null where it is not for this viewer. */
    preview: pages?.[0],
    rows: (pages ?? []).flatMap((page) => page?.rows ?? []),
  };
}

/** A row as it is read now stands there at once: nobody acts on what it was before. */
export function putRow(client: QueryClient, changed: PreviewRow): void {
  const inPage = (page: PreviewFound | null) =>
    page && { ...page, rows: page.rows.map((row) => (row.row === changed.row ? changed : row)) };
  client.setQueriesData<InfiniteData<PreviewFound | null>>(
    { queryKey: [ImportPreview.name] },
    (known) => known && { ...known, pages: known.pages.map(inPage) },
  );
}
