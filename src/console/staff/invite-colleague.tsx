// Inviting somebody to work with us: name, address, and what they shall act as.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { useOpenedByAddress } from "../design/opened-by-address";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords } from "../words/words";
import { StaffInvitations, StaffInvite, type StaffAudience } from "./staff.documents";

const NOBODY = { name: "", emailAddress: "", audience: "SUPPORT" as StaffAudience };
const NAME_MAXIMUM = 200;

export function InviteColleague() {
  const { person } = useSharedWords();
  const { staff: words, invitations } = useConsoleWords().operator;
  const { isOpen, open, close } = useOpenedByAddress("invite");
  const roles = useStaffRoleChoices();
  const form = useForm({
    initial: NOBODY,
    document: StaffInvite,
    input: (input: typeof NOBODY) => ({ input }),
    errorsOf: ({ staffInvite }) => staffInvite.userErrors,
    changes: [StaffInvitations.name],
    done: () => {
      tell({ text: invitations.sent });
      leave();
    },
  });
  const leave = () => {
    form.reset();
    close();
  };
  return (
    <>
      <Button variant="contained" startIcon={<Icon name="plus" />} onClick={open}>
        {words.invite}
      </Button>
      <FormDialog
        isOpen={isOpen}
        title={words.invite}
        close={leave}
        act={invitations.send}
        form={form}
        isBlocked={!form.fields.name.trim() || !form.fields.emailAddress.trim()}
      >
        <Typography variant="body2" color="textSecondary">
          {words.inviteAbout}
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
        <Field
          label={words.role}
          value={form.fields.audience}
          set={(audience) => form.set({ audience: audience as StaffAudience })}
          error={form.errorOf("audience")}
          hint={words.roleHints[form.fields.audience]}
          choices={roles}
        />
      </FormDialog>
    </>
  );
}

export function useStaffRoleChoices(): { value: StaffAudience; title: string }[] {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  return (Object.keys(words.roleHints) as StaffAudience[]).map((value) => ({
    value,
    title: audiences[value],
  }));
}
