// What left to a provider, the latest first: how many contacts, for what, and which fields.
import { usePages } from "../api/use-answer";
import { FaultNotice, Waiting } from "../design/states";
import { Timeline } from "../design/timeline";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { DisclosuresToProvider } from "./service-providers.documents";

const SHOWN = 25;

export function Disclosures({ id }: { id: string }) {
  const { purposes } = useSharedWords();
  const { providers } = useConsoleWords().privacy;
  const { list, number } = useMoments();
  const pages = usePages(DisclosuresToProvider, { id, first: SHOWN }, ({ node }) =>
    node && "id" in node ? node.disclosures : null,
  );
  if (pages.isPending) return <Waiting />;
  if (pages.error) return <FaultNotice error={pages.error} again={() => void pages.refetch()} />;
  return (
    <Timeline
      empty={providers.noDisclosures}
      entries={pages.rows.map((disclosure) => ({
        id: disclosure.id,
        at: disclosure.disclosedAt,
        icon: disclosure.exportId ? "download" : "send",
        tone: disclosure.outcome === "ABORTED" ? "CLOSED" : "PLAIN",
        title: [
          providers.contacts(number(disclosure.contactCount)),
          disclosure.exportId ? providers.byFile : providers.byFeed,
          disclosure.outcome && providers.outcomes[disclosure.outcome],
        ]
          .filter(Boolean)
          .join(" · "),
        detail: `${list(disclosure.purposes.map((purpose) => purposes[purpose]))} · ${providers.fields}: ${disclosure.fields.join(", ")}`,
      }))}
      more={{
        has: pages.hasNextPage,
        isLoading: pages.isFetchingNextPage,
        load: () => void pages.fetchNextPage(),
      }}
    />
  );
}
