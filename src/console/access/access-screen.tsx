// Who of our own people may act as what, and which tools ask for themselves: to read, not to change.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { usePages } from "../api/use-answer";
import { Mark, Marks } from "../design/mark";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Empty, FaultNotice, Waiting } from "../design/states";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ApiClientsForPrivacy,
  StaffForPrivacy,
  type ApiClientsForPrivacyQuery,
  type StaffForPrivacyQuery,
} from "./access.documents";

type Member = StaffForPrivacyQuery["staff"]["nodes"][number];
type Tool = ApiClientsForPrivacyQuery["apiClients"]["nodes"][number];

const SHOWN = 50;

export function Screen() {
  const { access } = useConsoleWords().privacy;
  const staff = usePages(StaffForPrivacy, { first: SHOWN }, (answer) => answer.staff);
  const tools = usePages(ApiClientsForPrivacy, { first: SHOWN }, ({ apiClients }) => apiClients);
  return (
    <Page title={access.title} about={access.about}>
      <Section title={access.staff} isFlush>
        <Lines pages={staff} line={(member) => <MemberLine member={member} />} />
      </Section>
      <Section title={access.tools} isFlush>
        <Lines
          pages={tools}
          line={(tool) => <ToolLine tool={tool} />}
          empty={<Empty icon="code" title={access.noTools} />}
        />
      </Section>
    </Page>
  );
}

type LinesProps<Row> = {
  pages: {
    rows: readonly Row[];
    isPending: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  line(row: Row): ReactNode;
  empty?: ReactNode;
};

function Lines<Row extends { id: string }>({ pages, line, empty }: LinesProps<Row>) {
  const { act } = useSharedWords();
  if (pages.isPending) return <Waiting />;
  if (pages.error) return <FaultNotice error={pages.error} again={() => void pages.refetch()} />;
  if (pages.rows.length === 0) return empty;
  return (
    <>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {pages.rows.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{
              display: "flex",
              flexWrap: "wrap",
              gap: 3,
              alignItems: "center",
              px: 4,
              py: 2,
              borderTop: 1,
              borderColor: "divider",
            }}
          >
            {line(row)}
          </Box>
        ))}
      </Box>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
          {act.showMore}
        </Button>
      )}
    </>
  );
}

function MemberLine({ member: { name, state, roles } }: { member: Member }) {
  const { audiences } = useSharedWords();
  const { access } = useConsoleWords().privacy;
  const inForce = roles.nodes.filter(({ isInForce }) => isInForce);
  return (
    <>
      <Box dir="auto" sx={{ flex: "1 1 12rem", minWidth: 0 }}>
        {name}
      </Box>
      <Marks>
        {state === "DEACTIVATED" && <Mark tone="CLOSED">{access.deactivated}</Mark>}
        {inForce.length === 0 && <Mark>{access.noRole}</Mark>}
        {inForce.map(({ id, audience }) => (
          <Mark key={id}>{audiences[audience]}</Mark>
        ))}
      </Marks>
    </>
  );
}

function ToolLine({ tool }: { tool: Tool }) {
  const { audiences, purposes } = useSharedWords();
  const { access } = useConsoleWords().privacy;
  const { day, list, near } = useMoments();
  const { name, audience, scopes, expiresAt, lastUsedAt, revokedAt } = tool;
  const isOver = !revokedAt && new Date(expiresAt) < new Date();
  const said = [
    scopes ? list(scopes.map((purpose) => purposes[purpose])) : access.allPurposes,
    lastUsedAt ? `${access.lastUsed} ${near(lastUsedAt)}` : access.neverUsed,
    !revokedAt && `${access.expires} ${day(expiresAt)}`,
  ].filter(Boolean);
  return (
    <>
      <Box sx={{ flex: "1 1 16rem", minWidth: 0 }}>
        <div dir="auto">{name}</div>
        <Box sx={{ typography: "body2", color: "text.secondary" }}>{said.join(" · ")}</Box>
      </Box>
      <Marks>
        {revokedAt && <Mark tone="CLOSED">{access.revoked}</Mark>}
        {isOver && <Mark tone="CLOSED">{access.over}</Mark>}
        <Mark>{audiences[audience]}</Mark>
      </Marks>
    </>
  );
}
