// A prospect is corrected. Whoever saves second is shown what the first one wrote, and says what stays.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/ask";
import { keyOf } from "../api/use-answer";
import { Conflict, type ConflictField } from "../design/form/conflict";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { LeaveGuard } from "../design/form/leave-guard";
import { useForm } from "../design/form/use-form";
import { isConflict, useTheirs } from "../design/form/use-theirs";
import { Section } from "../design/section";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { ProspectFound } from "./prospect-screen";
import { Prospect, Prospects, ProspectUpdate, type ProspectKind } from "./prospects.documents";

const TEXT_MAXIMUM = 200;

type EditProspectProps = { prospect: ProspectFound; close(): void };

export function EditProspect({ prospect, close }: EditProspectProps) {
  const { act, form: formWords, person } = useSharedWords();
  const { marketing } = useConsoleWords();
  const words = marketing.prospects;
  const client = useQueryClient();
  const { id } = prospect;
  // what it was when editing began, whatever is read meanwhile
  const [before] = useState(() => fieldsOf(prospect));
  const meanwhile = useTheirs(async () => {
    const answer = await ask(Prospect, { id });
    client.setQueryData(keyOf(Prospect, { id }), answer);
    return answer.prospect && fieldsOf(answer.prospect);
  });
  const form = useForm({
    initial: before,
    document: ProspectUpdate,
    input: (fields: Fields) => ({ input: { id, ...inputOf(fields) } }),
    errorsOf: ({ prospectUpdate }) => prospectUpdate.userErrors.filter((each) => !isConflict(each)),
    changes: [Prospects.name],
    done: ({ prospectUpdate }) => {
      if (prospectUpdate.userErrors.some(isConflict)) return meanwhile.read();
      tell({ text: formWords.saved });
      void client.invalidateQueries({ queryKey: [Prospect.name] });
      close();
    },
  });
  const { fields, field } = form;
  const isBusy = form.isSending || meanwhile.isReading;
  const compared: ConflictField<Fields>[] = [
    { name: "name", title: marketing.name },
    { name: "companyName", title: words.company },
    { name: "emailAddress", title: person.emailAddress },
    {
      name: "kind",
      title: words.kind,
      show: (kind) => marketing.prospectKinds[kind as ProspectKind],
    },
  ];
  return (
    <Section title={marketing.prospect.fields}>
      <LeaveGuard isDirty={form.isDirty} />
      {meanwhile.theirs && (
        <Conflict
          key={meanwhile.theirs.version}
          fields={compared}
          before={before}
          mine={fields}
          theirs={meanwhile.theirs}
          isSending={form.isSending}
          close={meanwhile.compared}
          settle={(settled) => {
            meanwhile.compared();
            form.sendAs(settled);
          }}
        />
      )}
      <Box
        component="form"
        noValidate
        onSubmit={form.submit}
        sx={{ display: "grid", gap: 1, maxWidth: 480 }}
      >
        <Faults form={{ ...form, fault: form.fault ?? meanwhile.fault }} />
        <Field
          label={marketing.name}
          {...field("name")}
          maximum={TEXT_MAXIMUM}
          isRequired
          isFocused
        />
        <Field label={words.company} {...field("companyName")} maximum={TEXT_MAXIMUM} />
        <Field label={person.emailAddress} type="email" {...field("emailAddress")} isRequired />
        <Field
          label={words.kind}
          {...field("kind")}
          choices={Object.entries(marketing.prospectKinds).map(([value, title]) => ({
            value,
            title,
          }))}
        />
        <Box sx={{ display: "flex", gap: 2 }}>
          <Button
            type="submit"
            variant="contained"
            disabled={isBusy || !form.isDirty || !fields.name.trim()}
          >
            {act.save}
          </Button>
          <Button color="inherit" onClick={close}>
            {act.cancel}
          </Button>
        </Box>
      </Box>
    </Section>
  );
}

type Fields = {
  name: string;
  companyName: string;
  emailAddress: string;
  kind: string;
  version: string;
};

const fieldsOf = (prospect: ProspectFound): Fields => ({
  name: prospect.name,
  companyName: prospect.companyName ?? "",
  emailAddress: prospect.emailAddress,
  kind: prospect.kind,
  version: String(prospect.version),
});

/** Everything that stands in the form: the server finds what differs. */
const inputOf = ({ name, companyName, emailAddress, kind, version }: Fields) => ({
  ...{ name, emailAddress },
  companyName: companyName || null,
  kind: kind as ProspectKind,
  version: Number(version),
});
