// An address is suppressed: asked first, since nobody can take it back.
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useState } from "react";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { SuppressionAdd, type MailingPurpose } from "./suppressions.documents";

const REASON_MAXIMUM = 100;

/** Names of questions whose answers may be others once an address is suppressed. */
const CHANGES = [
  ...["Prospects", "Prospect", "Subscribers", "Subscriber"],
  ...["CustomerContactsForMarketing", "CustomerContactForMarketing", "Exports"],
];

type SuppressButtonProps = { emailAddress?: string; purpose?: MailingPurpose };

export function SuppressButton(props: SuppressButtonProps) {
  const words = useConsoleWords().marketing.suppressing;
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon name="lock" />}
        onClick={() => setAsked(true)}
      >
        {words.open}
      </Button>
      {isAsked && <SuppressDialog {...props} close={() => setAsked(false)} />}
    </>
  );
}

function SuppressDialog({
  emailAddress = "",
  purpose,
  close,
}: SuppressButtonProps & { close(): void }) {
  const words = useConsoleWords().marketing.suppressing;
  const form = useForm({
    initial: { emailAddress, purpose: purpose ?? "", reason: "" },
    document: SuppressionAdd,
    input: (fields) => ({
      input: { ...fields, purpose: (fields.purpose || null) as MailingPurpose | null },
    }),
    errorsOf: ({ suppressionAdd }) => suppressionAdd.userErrors,
    changes: CHANGES,
    done: () => {
      tell({ text: words.done });
      close();
    },
  });
  const { fields, field } = form;
  return (
    <FormDialog
      isOpen
      isDangerous
      title={words.title}
      close={close}
      act={words.act}
      form={form}
      isBlocked={!fields.emailAddress.trim() || !fields.reason.trim()}
    >
      <Alert severity="warning">{words.final}</Alert>
      <Field
        label={words.address}
        type="email"
        {...field("emailAddress")}
        isFocused={!emailAddress}
        isRequired
      />
      <Field
        label={words.purpose}
        {...field("purpose")}
        choices={[
          ...Object.entries(words.purposes).map(([value, title]) => ({ value, title })),
          { value: "", title: words.everything },
        ]}
      />
      <Field
        label={words.reason}
        {...field("reason")}
        hint={words.reasonHint}
        maximum={REASON_MAXIMUM}
        isFocused={Boolean(emailAddress)}
        isRequired
      />
    </FormDialog>
  );
}
