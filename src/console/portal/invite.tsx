// Inviting somebody into the company's account.
import Typography from "@mui/material/Typography";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { usePortalWords, useSharedWords } from "../words/words";
import { InvitationsOfOurs, UserInvite, type UserRole } from "./invitations.documents";
import { WhatWaitsForAdministrator } from "./start.documents";

export const CHANGED_BY_INVITING = [InvitationsOfOurs.name, WhatWaitsForAdministrator.name];

const NAME_MAXIMUM = 200;
const NOBODY: { name: string; emailAddress: string; role: UserRole } = {
  name: "",
  emailAddress: "",
  role: "USER",
};

export function Invite({ close }: { close(): void }) {
  const { person, userRoles } = useSharedWords();
  const { invitations: words } = usePortalWords().portal;
  const form = useForm({
    initial: NOBODY,
    document: UserInvite,
    input: (input) => ({ input }),
    errorsOf: ({ userInvite }) => userInvite.userErrors,
    changes: CHANGED_BY_INVITING,
    done: ({ userInvite: { invitation } }) => {
      tell({ text: words.invited(invitation?.emailAddress ?? "") });
      close();
    },
  });
  const { name, emailAddress, role } = form.fields;
  return (
    <FormDialog
      isOpen
      title={words.inviteTitle}
      close={close}
      act={words.send}
      form={form}
      isBlocked={!name.trim() || !emailAddress.trim()}
    >
      <Typography variant="body2">{words.inviteDetail}</Typography>
      <Field
        label={words.name}
        value={name}
        set={(value) => form.set({ name: value })}
        error={form.errorOf("name")}
        maximum={NAME_MAXIMUM}
        isRequired
        isFocused
      />
      <Field
        label={person.emailAddress}
        value={emailAddress}
        set={(value) => form.set({ emailAddress: value })}
        error={form.errorOf("emailAddress")}
        type="email"
        isRequired
      />
      <Field
        label={words.role}
        value={role}
        set={(value) => form.set({ role: value as UserRole })}
        error={form.errorOf("role")}
        choices={(["USER", "ACCOUNT_ADMINISTRATOR"] as const).map((value) => ({
          value,
          title: userRoles[value],
        }))}
        {...(role === "ACCOUNT_ADMINISTRATOR" && { hint: words.roleHint })}
      />
    </FormDialog>
  );
}
