// What a customer's users did on the platform, the latest first, each with whoever did it.
import Link from "@mui/material/Link";
import { Link as To } from "react-router";
import { usePages } from "../api/use-answer";
import { Section } from "../design/section";
import { FaultNotice, Waiting } from "../design/states";
import { Timeline } from "../design/timeline";
import { useSourceNames } from "../words/sources";
import { useConsoleWords, useSharedWords } from "../words/words";
import { ActivitiesOfCustomer } from "./customers.documents";

const SHOWN = 25;

export function CustomerActivities({ id }: { id: string }) {
  const { activityKinds } = useSharedWords();
  const sourceName = useSourceNames();
  const { customers: words } = useConsoleWords().support;
  const pages = usePages(
    ActivitiesOfCustomer,
    { id, first: SHOWN },
    ({ customer }) => customer?.activities,
  );
  return (
    <Section title={words.activities} about={words.activitiesAbout}>
      {pages.error && <FaultNotice error={pages.error} again={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data && (
        <Timeline
          empty={words.noActivities}
          entries={pages.rows.map(({ id: key, kind, occurredAt, source, platformUser }) => ({
            id: key,
            at: occurredAt,
            icon: "clock",
            title: activityKinds[kind],
            detail: platformUser ? (
              <>
                <Link component={To} to={`/users/${platformUser.id}`} underline="always">
                  {platformUser.name}
                </Link>{" "}
                · {sourceName(source)}
              </>
            ) : (
              sourceName(source)
            ),
          }))}
          more={{
            has: pages.hasNextPage,
            isLoading: pages.isFetchingNextPage,
            load: () => void pages.fetchNextPage(),
          }}
        />
      )}
    </Section>
  );
}
