// What somebody did on the platform, as a timeline: for one user, for a whole company, for oneself.
import type { ReactNode } from "react";
import type { RowPages } from "../design/list/list-page";
import type { IconName } from "../design/icons";
import { Timeline } from "../design/timeline";
import { useSourceNames } from "../words/sources";
import { usePortalWords, useSharedWords } from "../words/words";
import { Answering } from "./answering";
import type { ActivityKind } from "./company.documents";

type Done = { id: string; kind: ActivityKind; occurredAt: string; source: string };

type ActivitiesProps<Row> = {
  pages: RowPages<Row>;
  empty?: string;
  /** Whose each is, where there are several people. */
  by?: (row: Row) => ReactNode;
};

const ICONS: Record<ActivityKind, IconName> = {
  SIGNED_IN: "key",
  CALL_REVIEWED: "check",
  REPORT_VIEWED: "eye",
  COMMENT_ADDED: "pencil",
  EXPORT_STARTED: "upload",
  SETTING_CHANGED: "gear",
};

export function Activities<Row extends Done>({ pages, empty, by }: ActivitiesProps<Row>) {
  const { activityKinds } = useSharedWords();
  const sourceName = useSourceNames();
  const { activity } = usePortalWords().portal;
  return (
    <Answering pages={pages}>
      <Timeline
        entries={pages.rows.map((row) => ({
          id: row.id,
          at: row.occurredAt,
          icon: ICONS[row.kind],
          title: by ? (
            <>
              {by(row)} · {activityKinds[row.kind]}
            </>
          ) : (
            activityKinds[row.kind]
          ),
          detail: activity.seenBy(sourceName(row.source)),
        }))}
        {...(empty && { empty })}
        more={{
          has: pages.hasNextPage,
          isLoading: pages.isFetchingNextPage,
          load: () => void pages.fetchNextPage(),
        }}
      />
    </Answering>
  );
}
