// Rows that were not brought in, by their lines, a hundred at a time.
import Button from "@mui/material/Button";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { FaultNotice, Waiting } from "../design/states";
import { useSharedWords } from "../words/words";
import { ImportRow, ImportRows } from "./import-row";
import { ImportRefusals } from "./imports.documents";

/** So many are answered at once: fewer are the last. */
const AT_ONCE = 100;

export function Refusals({ id }: { id: string }) {
  const { act, list } = useSharedWords();
  const query = useInfiniteQuery({
    queryKey: [ImportRefusals.name, "pages", id],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await ask(ImportRefusals, { id, afterRow: pageParam }, { signal });
      return answer.import?.refusals ?? [];
    },
    getNextPageParam: (last) => (last.length < AT_ONCE ? undefined : last.at(-1)?.row),
  });
  if (query.isPending) return <Waiting />;
  if (query.error) {
    return <FaultNotice error={query.error} again={() => void query.refetch()} />;
  }
  return (
    <>
      <ImportRows fields={[]}>
        {query.data.pages.flat().map(({ row, message }) => (
          <ImportRow key={row} row={row} fields={[]} cells={[]} message={message} />
        ))}
      </ImportRows>
      {query.hasNextPage && (
        <Button
          onClick={() => void query.fetchNextPage()}
          disabled={query.isFetchingNextPage}
          sx={{ m: 2 }}
        >
          {query.isFetchingNextPage ? list.loadingMore : act.showMore}
        </Button>
      )}
    </>
  );
}
