// What would happen if a purpose, a basis or a row of the register were given up. It is counted, and takes seconds.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useAnswer } from "../api/use-answer";
import { choicesOf } from "../design/form/choices";
import { Field } from "../design/form/field";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Empty, FaultNotice } from "../design/states";
import { useConsoleWords, useSharedWords } from "../words/words";
import { WhatIfGivenUp, type WhatIfGivenUpQueryVariables } from "./what-if.documents";
import { WhatWouldHappen } from "./what-would-happen";

type Change = WhatIfGivenUpQueryVariables["change"];
type Row = NonNullable<NonNullable<Change["removeRows"]>>;
type Fields = { change: keyof Change; purpose: string; basis: string; kind: string };

const FIRST: Fields = {
  change: "retirePurpose",
  purpose: "MARKETING_AND_SALES",
  basis: "LEGITIMATE_INTERESTS",
  kind: "PROSPECT",
};

export function Screen() {
  const { whatIf } = useConsoleWords().privacy;
  const [change, setChange] = useState<Change | null>(null);
  const answer = useAnswer(WhatIfGivenUp, { change: change ?? {} }, { isEnabled: change !== null });
  const { data, error, isFetching, refetch } = answer;
  const count = (next: Change) => {
    if (JSON.stringify(next) === JSON.stringify(change)) void refetch();
    setChange(next);
  };
  return (
    <Page title={whatIf.title} about={whatIf.about}>
      <ChangeForm count={count} isCounting={isFetching} />
      {isFetching && (
        <Box role="status" sx={{ display: "grid", gap: 2 }}>
          <Typography variant="body2">{whatIf.counting}</Typography>
          <LinearProgress aria-label={whatIf.counting} />
        </Box>
      )}
      {!isFetching && error && <FaultNotice error={error} again={() => void refetch()} />}
      {!isFetching &&
        data?.whatIf.userErrors.map(({ message }) => (
          <Empty key={message} icon="alert" title={message} />
        ))}
      {!isFetching && data?.whatIf.whatIf && <WhatWouldHappen whatIf={data.whatIf.whatIf} />}
    </Page>
  );
}

function ChangeForm({ count, isCounting }: { count(change: Change): void; isCounting: boolean }) {
  const { kinds, lawfulBases, purposes } = useSharedWords();
  const { whatIf } = useConsoleWords().privacy;
  const { ANSWERING_THE_PERSON: _declaredOnly, ...ofRegister } = purposes;
  const [fields, setFields] = useState(FIRST);
  const set = (changed: Partial<Fields>) => setFields((known) => ({ ...known, ...changed }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isCounting) count(changeOf(fields));
  };
  const asksPurpose = fields.change !== "endBasis";
  const asksBasis = fields.change !== "retirePurpose";
  return (
    <Section title={whatIf.change}>
      <Box
        component="form"
        onSubmit={submit}
        sx={{
          display: "grid",
          columnGap: 4,
          gridTemplateColumns: { xs: "1fr", sm: "repeat(auto-fit, minmax(13rem, 1fr))" },
          alignItems: "end",
          maxWidth: 900,
        }}
      >
        <Field
          label={whatIf.kindOfChange}
          value={fields.change}
          set={(change) => set({ change: change as Fields["change"] })}
          choices={CHANGES.map(([value, word]) => ({ value, title: whatIf.changes[word] }))}
        />
        {fields.change === "removeRows" && (
          <Field
            label={whatIf.kind}
            value={fields.kind}
            set={(kind) => set({ kind })}
            choices={choicesOf(kinds)}
          />
        )}
        {asksPurpose && (
          <Field
            label={whatIf.purpose}
            value={fields.purpose}
            set={(purpose) => set({ purpose })}
            choices={choicesOf(ofRegister)}
          />
        )}
        {asksBasis && (
          <Field
            label={whatIf.basis}
            value={fields.basis}
            set={(basis) => set({ basis })}
            choices={choicesOf(lawfulBases)}
          />
        )}
        <Button
          type="submit"
          variant="contained"
          disabled={isCounting}
          sx={{ justifySelf: "start", alignSelf: "start", mt: "1.3125rem" }}
        >
          {whatIf.count}
        </Button>
      </Box>
    </Section>
  );
}

const CHANGES = [
  ["retirePurpose", "retirePurpose"],
  ["endBasis", "endBasis"],
  ["removeRows", "removeRow"],
] as const;

function changeOf({ change, purpose, basis, kind }: Fields): Change {
  if (change === "retirePurpose") return { retirePurpose: purpose } as Change;
  if (change === "endBasis") return { endBasis: basis } as Change;
  return { removeRows: [{ kind, purpose, lawfulBasis: basis }] as Row };
}
