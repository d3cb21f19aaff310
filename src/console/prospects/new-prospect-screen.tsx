// A prospect is brought in by hand: who, from where, and on which basis; a consent with what shows it.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { Link as To, useNavigate } from "react-router";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { AFTER_SAVING, LeaveGuard } from "../design/form/leave-guard";
import { useForm } from "../design/form/use-form";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { tell } from "../design/toasts";
import { instantOf, today } from "../words/days";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ProspectCreate,
  Prospects,
  type ProspectBasis,
  type ProspectCreateInput,
  type ProspectKind,
} from "./prospects.documents";

const EMPTY = {
  name: "",
  kind: "PROSPECTIVE_CUSTOMER",
  companyName: "",
  emailAddress: "",
  source: "",
  basis: "LEGITIMATE_INTERESTS",
  wording: "",
  givenAt: "",
  informedOn: "",
};
type Fields = typeof EMPTY;

const NAME_MAXIMUM = 200;
const WORDING_MAXIMUM = 2_000;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export function Screen() {
  const { act, person } = useSharedWords();
  const { marketing } = useConsoleWords();
  const { prospects, prospect: words } = marketing;
  const navigate = useNavigate();
  const form = useForm({
    initial: EMPTY,
    document: ProspectCreate,
    input: (fields: Fields) => ({ input: inputOf(fields) }),
    errorsOf: ({ prospectCreate }) => prospectCreate.userErrors,
    changes: [Prospects.name],
    done: ({ prospectCreate }) => {
      tell({ text: words.added });
      void navigate(`/prospects/${prospectCreate.prospect?.id ?? ""}`, { state: AFTER_SAVING });
    },
  });
  const { fields, set, errorOf, field } = form;
  const isConsent = fields.basis === "CONSENT";
  const other = form.userErrors
    .filter(({ code }) => code === "ALREADY_EXISTS")
    .map(({ message }) => UUID.exec(message)?.[0])
    .find(Boolean);
  const isBlocked =
    !fields.name.trim() ||
    !fields.emailAddress.trim() ||
    !fields.source.trim() ||
    (isConsent && (!fields.wording.trim() || !fields.givenAt));
  return (
    <Page title={prospects.add}>
      <LeaveGuard isDirty={form.isDirty} />
      <Box
        component="form"
        noValidate
        onSubmit={form.submit}
        sx={{ display: "grid", gap: 4, maxWidth: 720 }}
      >
        <Faults form={form} />
        {other && (
          <Alert severity="info">
            <Link component={To} to={`/prospects/${other}`}>
              {words.openOther}
            </Link>
          </Alert>
        )}
        <Section title={words.fields}>
          <Box sx={TWO_COLUMNS}>
            <Field
              label={marketing.name}
              {...field("name")}
              maximum={NAME_MAXIMUM}
              isRequired
              isFocused
            />
            <Field label={person.emailAddress} type="email" {...field("emailAddress")} isRequired />
            <Field label={prospects.company} {...field("companyName")} maximum={NAME_MAXIMUM} />
            <Field
              label={prospects.kind}
              {...field("kind")}
              choices={choicesOf(marketing.prospectKinds)}
            />
            <Field
              label={prospects.source}
              {...field("source")}
              hint={words.sourceHint}
              maximum={NAME_MAXIMUM}
              isRequired
            />
            <Field
              label={prospects.informedOn}
              type="date"
              {...field("informedOn")}
              hint={words.informedHint}
              more={{ max: today() }}
            />
          </Box>
        </Section>
        <Section title={words.basis}>
          <Field
            label={words.chooseBasis}
            {...field("basis")}
            choices={choicesOf(marketing.prospectBases)}
          />
          {isConsent && (
            <Box
              component="fieldset"
              aria-label={words.consentTitle}
              sx={{ border: 0, p: 0, m: 0, mt: 2, minWidth: 0, display: "grid", gap: 1 }}
            >
              <Field
                label={words.wording}
                value={fields.wording}
                set={(wording) => set({ wording })}
                error={errorOf("wording") ?? errorOf("consent")}
                hint={words.wordingHint}
                maximum={WORDING_MAXIMUM}
                isMultiline
                isRequired
              />
              <Field label={words.givenAt} type="datetime-local" {...field("givenAt")} isRequired />
            </Box>
          )}
        </Section>
        <Box sx={{ display: "flex", gap: 2 }}>
          <Button type="submit" variant="contained" disabled={form.isSending || isBlocked}>
            {words.add}
          </Button>
          <Button color="inherit" component={To} to="/prospects">
            {act.cancel}
          </Button>
        </Box>
      </Box>
    </Page>
  );
}

const TWO_COLUMNS = {
  display: "grid",
  columnGap: 4,
  rowGap: 1,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))" },
  alignItems: "start",
};

const choicesOf = (titles: Record<string, string>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

function inputOf(fields: Fields): ProspectCreateInput {
  const { name, companyName, emailAddress, source, informedOn, wording } = fields;
  const givenAt = instantOf(fields.givenAt);
  return {
    ...{ name, emailAddress, source },
    kind: fields.kind as ProspectKind,
    basis: fields.basis as ProspectBasis,
    companyName: companyName || null,
    informedOn: informedOn || null,
    ...(fields.basis === "CONSENT" && givenAt && { consent: { wording, givenAt } }),
  };
}
