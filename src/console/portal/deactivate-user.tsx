// Taking a user out of service, asked first. The last account administrator stays: the server says so.
import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import { useViewer } from "../app/viewer";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { usePortalWords } from "../words/words";
import { InvitationsOfOurs } from "./invitations.documents";
import { WhatWaitsForAdministrator } from "./start.documents";
import { UserOfOurs, UserOfOursDeactivate, UsersOfOurs } from "./users.documents";
import type { User } from "./user-screen";

type DeactivateUserProps = { user: User; close(): void };

export function DeactivateUser({ user: { id, name }, close }: DeactivateUserProps) {
  const { users: words } = usePortalWords().portal;
  const viewer = useViewer();
  const form = useForm({
    initial: {},
    document: UserOfOursDeactivate,
    input: () => ({ input: { id } }),
    errorsOf: ({ platformUserDeactivate }) => platformUserDeactivate.userErrors,
    changes: [UserOfOurs, UsersOfOurs, InvitationsOfOurs, WhatWaitsForAdministrator].map(
      (document) => document.name,
    ),
    done: () => {
      tell({ text: words.deactivated(name) });
      close();
    },
  });
  return (
    <FormDialog
      isOpen
      isDangerous
      title={words.deactivateTitle(name)}
      close={close}
      act={words.deactivate}
      form={form}
    >
      {id === viewer.id && <Alert severity="warning">{words.deactivateYourself}</Alert>}
      <Typography>{words.deactivateDetail(name)}</Typography>
      <Typography>{words.deactivateForGood}</Typography>
    </FormDialog>
  );
}
