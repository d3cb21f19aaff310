// Whom the company invited, what became of it, and inviting.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useAct, usePages } from "../api/use-answer";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState } from "../design/list/list-state";
import { Mark, type MarkTone } from "../design/mark";
import { Moment } from "../design/moment";
import { tell } from "../design/toasts";
import { useFaultWords } from "../design/states";
import { usePortalWords, useSharedWords } from "../words/words";
import { CHANGED_BY_INVITING, Invite } from "./invite";
import {
  InvitationOfOursResend,
  InvitationOfOursWithdraw,
  InvitationsOfOurs,
  type InvitationsOfOursQuery,
} from "./invitations.documents";

type Row = InvitationsOfOursQuery["userInvitations"]["nodes"][number];

const PAGE = 50;
const TONES: Record<Row["state"], MarkTone> = {
  OPEN: "WAITING",
  ACCEPTED: "OPEN",
  EXPIRED: "CLOSED",
  WITHDRAWN: "PLAIN",
};

export function Screen() {
  const shared = useSharedWords();
  const { invitations: words } = usePortalWords().portal;
  const state = useListState([]);
  const [parameters, setParameters] = useSearchParams();
  const [withdrawn, setWithdrawn] = useState<Row | null>(null);
  const isInviting = parameters.get("do") === "invite";
  const invite = (isOn: boolean) => setParameters(isOn ? { do: "invite" } : {}, { replace: true });
  const pages = usePages(InvitationsOfOurs, { first: PAGE }, (answer) => answer.userInvitations);
  const columns: Column<Row>[] = [
    { name: "name", title: words.name, width: "minmax(8rem, 2fr)", cell: ({ name }) => name },
    {
      name: "emailAddress",
      title: shared.person.emailAddress,
      width: "minmax(11rem, 3fr)",
      cell: ({ emailAddress }) => emailAddress,
    },
    {
      name: "role",
      title: words.role,
      width: "10rem",
      cell: ({ role }) => shared.userRoles[role],
    },
    {
      name: "state",
      title: words.state,
      width: "8rem",
      cell: ({ state: of }) => <Mark tone={TONES[of]}>{shared.invitationStates[of]}</Mark>,
    },
    {
      name: "invitedAt",
      title: words.invitedAt,
      width: "8rem",
      isExtra: true,
      cell: ({ invitedAt }) => <Moment at={invitedAt} />,
    },
    {
      name: "expiresAt",
      title: words.expiresAt,
      width: "8rem",
      cell: (row) => isPending(row) && <Moment at={row.expiresAt} />,
    },
    {
      name: "acts",
      title: words.acts,
      width: "14.5rem",
      cell: (row) => isPending(row) && <Acts row={row} withdraw={() => setWithdrawn(row)} />,
    },
  ];
  const start = (
    <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => invite(true)}>
      {words.invite}
    </Button>
  );
  return (
    <>
      <ListPage
        name="invitations-of-ours"
        title={words.title}
        about={words.about}
        actions={start}
        columns={columns}
        state={state}
        pages={pages}
        empty={words.empty}
      />
      {isInviting && <Invite close={() => invite(false)} />}
      {withdrawn && <Withdraw row={withdrawn} close={() => setWithdrawn(null)} />}
    </>
  );
}

/** One that was not answered, even if its time is over: it can be sent again. */
const isPending = ({ state }: Row) => state === "OPEN" || state === "EXPIRED";

function Acts({ row: { id, name }, withdraw }: { row: Row; withdraw(): void }) {
  const { invitations: words } = usePortalWords().portal;
  const resend = useAct(InvitationOfOursResend, {
    changes: CHANGED_BY_INVITING,
    done: ({ userInvitationResend: { userErrors } }) => {
      const [refused] = userErrors;
      tell(refused ? { text: refused.message, isFault: true } : { text: words.resent(name) });
    },
  });
  const { detail } = useFaultWords(resend.error);
  return (
    <Box sx={{ display: "flex", gap: 1, alignItems: "center" }}>
      <Button
        disabled={resend.isPending}
        aria-label={words.resendOf(name)}
        title={resend.error ? detail : undefined}
        color={resend.error ? "error" : "primary"}
        onClick={() => resend.mutate({ input: { id } })}
      >
        {words.resend}
      </Button>
      <Button color="inherit" aria-label={words.withdrawOf(name)} onClick={withdraw}>
        {words.withdraw}
      </Button>
    </Box>
  );
}

function Withdraw({ row: { id, name, emailAddress }, close }: { row: Row; close(): void }) {
  const { invitations: words } = usePortalWords().portal;
  const form = useForm({
    initial: {},
    document: InvitationOfOursWithdraw,
    input: () => ({ input: { id } }),
    errorsOf: ({ userInvitationWithdraw }) => userInvitationWithdraw.userErrors,
    changes: CHANGED_BY_INVITING,
    done: () => {
      tell({ text: words.withdrawn(name) });
      close();
    },
  });
  return (
    <FormDialog
      isOpen
      isDangerous
      title={words.withdrawTitle}
      close={close}
      act={words.withdraw}
      form={form}
    >
      <Typography>{words.withdrawDetail(name, emailAddress)}</Typography>
    </FormDialog>
  );
}
