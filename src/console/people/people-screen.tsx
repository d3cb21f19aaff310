// The records of one person across all kinds, found by the whole address. The address is in the tab's history alone.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { Link as To, useLocation, useNavigate, useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Field } from "../design/form/field";
import { Mark, Marks } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Answered, Empty } from "../design/states";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { Carried, PersonRecord } from "./known-person";
import { PersonByAddress } from "./people.documents";

const ADDRESS_MAXIMUM = 254;

export function Screen() {
  const { people } = useConsoleWords().privacy;
  const { state } = useLocation() as { state: Carried };
  const [parameters] = useSearchParams();
  const emailAddress = state?.personal?.emailAddress ?? "";
  const isForHold = parameters.get("do") === "hold";
  return (
    <Page title={people.title} about={isForHold ? people.thenHold : people.about}>
      <SearchForm key={emailAddress} known={emailAddress} />
      {emailAddress ? (
        <Found emailAddress={emailAddress} isForHold={isForHold} />
      ) : (
        <Empty icon="search" title={people.first} detail={isForHold ? people.about : undefined} />
      )}
    </Page>
  );
}

function SearchForm({ known }: { known: string }) {
  const { person } = useSharedWords();
  const { people } = useConsoleWords().privacy;
  const navigate = useNavigate();
  const { search } = useLocation();
  const [typed, setTyped] = useState(known);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const emailAddress = typed.trim();
    if (!emailAddress) return;
    void navigate({ search }, { state: { personal: { emailAddress } } satisfies Carried });
  };
  return (
    <Box
      component="form"
      role="search"
      noValidate
      onSubmit={submit}
      sx={{ display: "flex", gap: 2, alignItems: "flex-start", maxWidth: 560 }}
    >
      <Field
        label={person.emailAddress}
        type="email"
        value={typed}
        set={setTyped}
        isFocused={!known}
        more={{ maxLength: ADDRESS_MAXIMUM }}
      />
      <Button
        type="submit"
        variant="contained"
        disabled={!typed.trim()}
        sx={{ mt: "1.3125rem", flexShrink: 0 }}
      >
        {people.search}
      </Button>
    </Box>
  );
}

type FoundProps = { emailAddress: string; isForHold: boolean };

function Found({ emailAddress, isForHold }: FoundProps) {
  const { people } = useConsoleWords().privacy;
  const answer = useAnswer(PersonByAddress, { emailAddress });
  return (
    <Answered of={answer} find={({ personSearch }) => personSearch}>
      {(records) =>
        records.length === 0 ? (
          <Empty icon="search" title={people.nothing} detail={people.nothingNext} />
        ) : (
          <Box component="section" aria-label={people.results} sx={{ display: "grid", gap: 3 }}>
            <Typography variant="h2" role="status">
              {people.results}: {people.count(records.length)}
            </Typography>
            {records.map((record) => (
              <RecordCard key={record.id} record={record} isForHold={isForHold} />
            ))}
          </Box>
        )
      }
    </Answered>
  );
}

function RecordCard({ record, isForHold }: { record: PersonRecord; isForHold: boolean }) {
  const { kinds, person, purposes } = useSharedWords();
  const { people } = useConsoleWords().privacy;
  const { kind, id, name, emailAddress, customerId, createdAt, permittedPurposes } = record;
  const state: Carried = { personal: { emailAddress } };
  return (
    <Paper variant="outlined" component="article" sx={{ p: 4, display: "grid", gap: 3 }}>
      <Box sx={{ display: "flex", gap: 3, alignItems: "baseline", flexWrap: "wrap" }}>
        <Typography variant="h3" component="h3" dir="auto" sx={{ minWidth: 0, flex: "1 1 12rem" }}>
          {name}
        </Typography>
        <Mark>{kinds[kind]}</Mark>
      </Box>
      <Facts
        facts={[
          [person.emailAddress, emailAddress],
          [
            kinds.CUSTOMER,
            customerId && (
              <Link component={To} to={`/people/CUSTOMER/${customerId}`}>
                {people.customer}
              </Link>
            ),
          ],
          [people.heldSince, <Day key="since" on={createdAt} />],
          [
            person.mayBeUsedFor,
            permittedPurposes.length > 0 ? (
              <Marks>
                {permittedPurposes.map((purpose) => (
                  <Mark key={purpose} tone="OPEN">
                    {purposes[purpose]}
                  </Mark>
                ))}
              </Marks>
            ) : (
              <Mark tone="CLOSED">{person.nothingPermitted}</Mark>
            ),
          ],
        ]}
      />
      <Button
        component={To}
        to={`/people/${kind}/${id}${isForHold ? "?do=hold" : ""}`}
        state={state}
        variant="outlined"
        sx={{ justifySelf: "start" }}
      >
        {people.openRecord(kinds[kind])}
      </Button>
    </Paper>
  );
}
