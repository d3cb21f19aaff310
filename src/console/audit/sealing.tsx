// How far the audit is sealed: the size and root of the latest signed head, and whether entries wait.
import Box from "@mui/material/Box";
import { useAnswer } from "../api/use-answer";
import { Icon } from "../design/icons";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { Answered } from "../design/states";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { AuditSealingState } from "./audit.documents";

const ASKED_EACH_MS = 15_000;

export function Sealing() {
  const { audit } = useConsoleWords().privacy;
  const { near, number } = useMoments();
  const answer = useAnswer(AuditSealingState, {}, { everyMs: ASKED_EACH_MS });
  return (
    <Answered of={answer} find={({ auditSealing }) => auditSealing} lines={1}>
      {({ size, root, signedAt, keyId, waiting, waitingSince }) => (
        <Box
          sx={{
            display: "flex",
            flexWrap: "wrap",
            columnGap: 4,
            rowGap: 1,
            alignItems: "center",
            mt: 2,
            color: "text.primary",
          }}
        >
          <Box sx={{ display: "inline-flex", gap: 1, alignItems: "center", fontWeight: 560 }}>
            <Icon name="seal" sx={{ fontSize: 18, color: "text.secondary" }} />
            {signedAt ? audit.sealed(number(Number(size))) : audit.unsealed}
          </Box>
          {signedAt && (
            <span>
              {audit.signed} <Moment at={signedAt} />
            </span>
          )}
          {waiting > 0 && waitingSince ? (
            <Mark tone="WAITING">{audit.waiting(number(waiting), near(waitingSince))}</Mark>
          ) : (
            <Mark tone="OPEN">{audit.nothingWaits}</Mark>
          )}
          {root && <Code title={audit.root}>{root}</Code>}
          {keyId && <Code title={audit.key}>{keyId}</Code>}
        </Box>
      )}
    </Answered>
  );
}

/** Long, and of interest whole to few: shortened on the screen, whole beside the pointer and when copied. */
const Code = ({ title, children }: { title: string; children: string }) => (
  <Box component="span" sx={{ display: "inline-flex", gap: 1, minWidth: 0, maxWidth: "24ch" }}>
    <Box component="span" sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>
      {title}
    </Box>
    <Box
      component="code"
      title={children}
      sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
    >
      {children}
    </Box>
  </Box>
);
