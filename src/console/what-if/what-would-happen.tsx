// The counted answer: by kind of record how many would close or be erased, and whom it concerns.
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { WhatIfGivenUpQuery } from "./what-if.documents";

type WhatIf = NonNullable<WhatIfGivenUpQuery["whatIf"]["whatIf"]>;
type OfKind = WhatIf["kinds"][number];

export function WhatWouldHappen({
  whatIf: { kinds, peopleToTell, toolsToCall },
}: {
  whatIf: WhatIf;
}) {
  const { whatIf: words } = useConsoleWords().privacy;
  const isNothing = kinds.every(({ closed, erased }) => closed + erased === 0);
  return (
    <Section title={words.result} about={words.untouched}>
      <Box sx={{ display: "grid", gap: 4, pt: 1 }} role="status">
        <Box sx={{ display: "flex", gap: 10, flexWrap: "wrap" }}>
          <Figure title={words.peopleToTell} value={peopleToTell} />
          <Figure title={words.toolsToCall} value={toolsToCall} />
        </Box>
        {isNothing && <Typography>{words.nothing}</Typography>}
        {kinds.length > 0 && <Kinds kinds={kinds} />}
      </Box>
    </Section>
  );
}

function Figure({ title, value }: { title: string; value: number }) {
  const { number } = useMoments();
  return (
    <Box>
      <Box sx={{ fontSize: "1.75rem", fontWeight: 620, lineHeight: 1.2 }}>{number(value)}</Box>
      <Box sx={{ color: "text.secondary", typography: "body2" }}>{title}</Box>
    </Box>
  );
}

function Kinds({ kinds }: { kinds: readonly OfKind[] }) {
  const shared = useSharedWords();
  const { whatIf: words } = useConsoleWords().privacy;
  const cell = {
    textAlign: "end",
    py: 2,
    pl: 4,
    pr: 0,
    borderTop: 1,
    borderColor: "divider",
  } as const;
  const first = { ...cell, textAlign: "start", pl: 0, fontWeight: 560 } as const;
  const head = { border: 0, color: "text.secondary", typography: "caption" } as const;
  return (
    <Box sx={{ overflowX: "auto" }}>
      <Box
        component="table"
        aria-label={words.result}
        sx={{
          borderCollapse: "collapse",
          width: "100%",
          minWidth: "28rem",
          tableLayout: "fixed",
          fontVariantNumeric: "tabular-nums",
        }}
      >
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...first, ...head }}>
              {words.kind}
            </Box>
            {[words.records, words.closed, words.erased].map((heading) => (
              <Box component="th" scope="col" key={heading} sx={{ ...cell, ...head }}>
                {heading}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, records, closed, erased }) => (
            <tr key={kind}>
              <Box component="th" scope="row" sx={first}>
                {shared.kinds[kind]}
              </Box>
              <Box component="td" sx={cell}>
                <Count value={records} />
              </Box>
              <Box component="td" sx={cell}>
                <Count value={closed} of={records} />
              </Box>
              <Box component="td" sx={cell}>
                <Count value={erased} of={records} isGrave />
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

/** A number, with its part of the whole as a bar below it. */
function Count({ value, of, isGrave = false }: { value: number; of?: number; isGrave?: boolean }) {
  const { number } = useMoments();
  return (
    <>
      {number(value)}
      {of !== undefined && (
        <Box sx={{ height: 3, mt: 1, bgcolor: "ground.sunken", borderRadius: 1 }} aria-hidden>
          <Box
            style={{ width: `${of > 0 ? (100 * value) / of : 0}%` }}
            sx={{
              height: "100%",
              borderRadius: 1,
              ml: "auto",
              bgcolor: isGrave ? "error.main" : "warning.main",
            }}
          />
        </Box>
      )}
    </>
  );
}
