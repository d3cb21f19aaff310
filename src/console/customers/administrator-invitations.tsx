// The invitations of a customer's first administrator: those that this operator sent, and a new one while the customer
// has nobody who could invite.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useAnswer } from "../api/use-answer";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Lines } from "../design/lines";
import { Section } from "../design/section";
import { Empty, FaultNotice, Waiting } from "../design/states";
import { tell } from "../design/toasts";
import { InvitationLine } from "../staff/invitation-line";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  AdministratorInvitationResend,
  AdministratorInvitations,
  AdministratorInvitationWithdraw,
  FirstAdministratorInvite,
} from "./keeping.documents";

type Customer = { id: string; name: string; state: "ACTIVE" | "CLOSED" };

const READ = 100;
const NOBODY = { name: "", emailAddress: "" };
const NAME_MAXIMUM = 200;

export function AdministratorInvitationsOf({ customer }: { customer: Customer }) {
  const { customers: words } = useConsoleWords().operator;
  const answer = useAnswer(AdministratorInvitations, { first: READ });
  const sent = (answer.data?.userInvitations.nodes ?? []).filter(
    ({ customerId }) => customerId === customer.id,
  );
  return (
    <Section
      title={words.administrators}
      about={words.administratorsAbout}
      isFlush
      actions={customer.state === "ACTIVE" && <Invite customer={customer} />}
    >
      {answer.error && <FaultNotice error={answer.error} again={() => void answer.refetch()} />}
      {answer.isPending && <Waiting lines={2} />}
      {answer.data && sent.length === 0 && (
        <Empty icon="mail" title={words.noInvitations} detail={words.noInvitationsNext} />
      )}
      {sent.length > 0 && (
        <Lines name={words.administrators}>
          {sent.map((invitation) => (
            <InvitationLine
              key={invitation.id}
              invitation={invitation}
              resend={{
                document: AdministratorInvitationResend,
                errorsOf: ({ userInvitationResend }) => userInvitationResend.userErrors,
              }}
              withdraw={{
                document: AdministratorInvitationWithdraw,
                errorsOf: ({ userInvitationWithdraw }) => userInvitationWithdraw.userErrors,
              }}
              changes={[AdministratorInvitations.name]}
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}

function Invite({ customer: { id, name: customerName } }: { customer: Customer }) {
  const { person } = useSharedWords();
  const { customers: words, invitations } = useConsoleWords().operator;
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: NOBODY,
    document: FirstAdministratorInvite,
    input: (who: typeof NOBODY) => ({ input: { ...who, customerId: id } }),
    errorsOf: ({ firstAdministratorInvite }) => firstAdministratorInvite.userErrors,
    changes: [AdministratorInvitations.name],
    done: () => {
      tell({ text: invitations.sent });
      leave();
    },
  });
  const leave = () => {
    form.reset();
    setOpen(false);
  };
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setOpen(true)}>
        {words.inviteAdministrator}
      </Button>
      <FormDialog
        isOpen={isOpen}
        title={words.inviteAdministratorTitle(customerName)}
        close={leave}
        act={invitations.send}
        form={form}
        isBlocked={!form.fields.name.trim() || !form.fields.emailAddress.trim()}
      >
        <Typography variant="body2" color="textSecondary">
          {words.inviteAdministratorAbout}
        </Typography>
        <Field
          label={invitations.name}
          {...form.field("name")}
          maximum={NAME_MAXIMUM}
          isRequired
          isFocused
        />
        <Field
          label={person.emailAddress}
          {...form.field("emailAddress")}
          type="email"
          isRequired
        />
      </FormDialog>
    </>
  );
}
