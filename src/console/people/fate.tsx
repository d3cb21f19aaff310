// What becomes of a record: whether it is going to be erased, what goes then, and which holds keep something of it.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Day, Moment } from "../design/moment";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { ErasuresForPrivacy } from "../erasures/erasures.documents";
import { useItems } from "../legal-holds/items";
import {
  LegalHoldsForPrivacy,
  type LegalHoldsForPrivacyQuery,
} from "../legal-holds/legal-holds.documents";
import { LiftHold, useKept } from "../legal-holds/lift-hold";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import type { Subject } from "./recording";

/** The lists are not asked for by record: the next ones are looked through. */
const LOOKED_THROUGH = 100;

export function Fate({ subject }: { subject: Subject }) {
  const { record } = useConsoleWords().privacy;
  return (
    <Section title={record.fate}>
      <Box sx={{ display: "grid", gap: 4 }}>
        <ErasureOf id={subject.id} />
        <HoldsOf id={subject.id} />
      </Box>
    </Section>
  );
}

function ErasureOf({ id }: { id: string }) {
  const { record, erasures } = useConsoleWords().privacy;
  const { titleOf } = useItems();
  const { list } = useMoments();
  const answer = useAnswer(ErasuresForPrivacy, { first: LOOKED_THROUGH });
  const named = (items: readonly string[]) =>
    items.length > 0 ? list(items.map(titleOf)) : erasures.nothing;
  return (
    <Answered of={answer} find={(found) => found.erasures} lines={1}>
      {({ nodes, pageInfo }) => {
        const found = nodes.find(({ subjectId }) => subjectId === id);
        if (!found) {
          return (
            <Typography>
              {pageInfo.hasNextPage ? record.noErasureNear : record.noErasure}
            </Typography>
          );
        }
        return (
          <Facts
            facts={[
              [record.erasureDue, <Moment key="due" at={found.dueAt} isExact />],
              [erasures.willGo, named(found.willGo)],
              [erasures.stays, named(found.stays)],
            ]}
          />
        );
      }}
    </Answered>
  );
}

type Hold = LegalHoldsForPrivacyQuery["legalHolds"]["nodes"][number];

function HoldsOf({ id }: { id: string }) {
  const { record } = useConsoleWords().privacy;
  const answer = useAnswer(LegalHoldsForPrivacy, { first: LOOKED_THROUGH });
  return (
    <Answered of={answer} find={(found) => found.legalHolds} lines={1}>
      {({ nodes, pageInfo }) => {
        const holds = nodes.filter(({ subjectId }) => subjectId === id);
        if (holds.length === 0) {
          return (
            <Typography>{pageInfo.hasNextPage ? record.noHoldNear : record.noHold}</Typography>
          );
        }
        return (
          <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 3 }}>
            {holds.map((hold) => (
              <HoldLine key={hold.id} hold={hold} />
            ))}
          </Box>
        );
      }}
    </Answered>
  );
}

function HoldLine({ hold }: { hold: Hold }) {
  const { holds } = useConsoleWords().privacy;
  const keptBy = useKept();
  const [isLifting, setLifting] = useState(false);
  return (
    <Box component="li" sx={{ display: "flex", gap: 3, alignItems: "flex-start" }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Facts
          facts={[
            [holds.items, keptBy(hold)],
            [holds.reason, hold.reason],
            [holds.endsOn, <Day key="end" on={hold.endsOn} />],
            [holds.placedAt, <Moment key="placed" at={hold.placedAt} />],
          ]}
        />
      </Box>
      <Button variant="outlined" color="inherit" onClick={() => setLifting(true)}>
        {holds.lift}
      </Button>
      {isLifting && <LiftHold hold={hold} close={() => setLifting(false)} />}
    </Box>
  );
}
