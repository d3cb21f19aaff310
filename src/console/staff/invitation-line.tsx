// One invitation in a list: to whom, what became of it, and sending it again or taking it back while that is possible.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { Document } from "../api/document";
import { AskedFirst } from "../design/form/asked-first";
import { Faults } from "../design/form/faults";
import { useForm, type UserError } from "../design/form/use-form";
import { Line } from "../design/lines";
import { Mark, type MarkTone } from "../design/mark";
import { Moment } from "../design/moment";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords, type SharedWords } from "../words/words";

export type ShownInvitation = {
  id: string;
  name: string;
  emailAddress: string;
  state: keyof SharedWords["invitationStates"];
  invitedAt: string;
  expiresAt: string;
};

export type InvitationAct<Answer> = {
  document: Document<Answer, { input: { id: string } }>;
  errorsOf(answer: Answer): readonly UserError[];
};

type InvitationLineProps<Resent, Withdrawn> = {
  invitation: ShownInvitation;
  /** As what, where the list has more than one. */
  marks?: ReactNode;
  by?: string | null | undefined;
  resend: InvitationAct<Resent>;
  withdraw: InvitationAct<Withdrawn>;
  changes: readonly string[];
};

const TONES: Record<ShownInvitation["state"], MarkTone> = {
  OPEN: "WAITING",
  ACCEPTED: "OPEN",
  EXPIRED: "CLOSED",
  WITHDRAWN: "PLAIN",
};

export function InvitationLine<Resent, Withdrawn>({
  invitation,
  marks,
  by,
  resend,
  withdraw,
  changes,
}: InvitationLineProps<Resent, Withdrawn>) {
  const { invitationStates } = useSharedWords();
  const { invitations: words } = useConsoleWords().operator;
  const { id, name, emailAddress, state, invitedAt, expiresAt } = invitation;
  const variables = { input: { id } };
  return (
    <Line
      title={name}
      detail={
        <>
          {emailAddress} · {words.invited} <Moment at={invitedAt} />
          {by && ` · ${words.by(by)}`}
          {state === "OPEN" && (
            <>
              {" "}
              · {words.expires} <Moment at={expiresAt} />
            </>
          )}
        </>
      }
      marks={
        <>
          {marks}
          <Mark tone={TONES[state]}>{invitationStates[state]}</Mark>
        </>
      }
      actions={
        (state === "OPEN" || state === "EXPIRED") && (
          <>
            <Resend {...resend} variables={variables} changes={changes} />
            <AskedFirst
              title={words.withdraw}
              question={words.withdrawQuestion(name)}
              {...withdraw}
              variables={variables}
              changes={changes}
              done={() => tell({ text: words.withdrawn })}
            >
              <Typography>{words.withdrawDetail}</Typography>
            </AskedFirst>
          </>
        )
      }
    />
  );
}

type ResendProps<Answer> = InvitationAct<Answer> & {
  variables: { input: { id: string } };
  changes: readonly string[];
};

function Resend<Answer>({ document, errorsOf, variables, changes }: ResendProps<Answer>) {
  const { invitations: words } = useConsoleWords().operator;
  const form = useForm({
    initial: {},
    document,
    input: () => variables,
    errorsOf,
    changes,
    done: () => tell({ text: words.resent }),
  });
  return (
    <>
      <Button variant="outlined" color="inherit" disabled={form.isSending} onClick={form.send}>
        {words.resend}
      </Button>
      <Faults form={form} />
    </>
  );
}
