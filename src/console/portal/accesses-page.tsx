// The access feed as a page: filters by action and role, and a timeline by day.
import { useMemo, type ReactNode } from "react";
import { FilterBar } from "../design/list/filter-bar";
import type { RowPages } from "../design/list/list-page";
import type { Filter, ListState } from "../design/list/list-state";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Empty } from "../design/states";
import { Timeline } from "../design/timeline";
import { usePortalWords, useSharedWords } from "../words/words";
import { Answering } from "./answering";
import { useSeenEntries, type Seen } from "./seen";

/** Roles that can be in the feed of a company, and of a person. */
const ROLES = {
  OF_COMPANY: [
    ...["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
    ...["PLATFORM_USER", "CONTACT_SYNC", "CONNECTOR", "INTAKE", "DASHBOARD", "PUBLIC"],
  ],
  OF_PERSON: ["SUPPORT", "PRIVACY_OFFICER", "OPERATOR", "ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
} as const;

export function useAccessFilters(of: keyof typeof ROLES): Filter[] {
  const { accesses } = usePortalWords().portal;
  const { audiences, auditActions } = useSharedWords();
  return useMemo(
    () => [
      {
        name: "action",
        title: accesses.action,
        kind: "CHOICE",
        choices: Object.entries(auditActions).map(([value, title]) => ({ value, title })),
      },
      {
        name: "audience",
        title: accesses.audience,
        kind: "CHOICE",
        choices: ROLES[of].map((role) => ({
          value: role,
          title: audiences[role],
        })),
      },
    ],
    [accesses, audiences, auditActions, of],
  );
}

type AccessesPageProps = {
  title: string;
  about: string;
  filters: readonly Filter[];
  state: ListState;
  pages: RowPages<Seen>;
  above?: ReactNode;
};

export function AccessesPage({ title, about, filters, state, pages, above }: AccessesPageProps) {
  const { accesses } = usePortalWords().portal;
  const { list } = useSharedWords();
  const entryOf = useSeenEntries();
  return (
    <Page title={title} about={about}>
      <FilterBar filters={filters} state={state} />
      {above}
      <Section title={accesses.timeline}>
        <Answering pages={pages}>
          {pages.rows.length === 0 && state.hasFilters ? (
            <Empty icon="search" title={list.nothingMatches} />
          ) : (
            <Timeline
              entries={pages.rows.map(entryOf)}
              empty={accesses.empty}
              more={{
                has: pages.hasNextPage,
                isLoading: pages.isFetchingNextPage,
                load: () => void pages.fetchNextPage(),
              }}
            />
          )}
        </Answering>
      </Section>
    </Page>
  );
}
