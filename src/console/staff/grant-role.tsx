// Granting a role. Power over others waits for a second operator, and marketing and support are never in one hand.
import Button from "@mui/material/Button";
import { useState } from "react";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords } from "../words/words";
import { useStaffRoleChoices } from "./invite-colleague";
import type { Member } from "./member";
import { Staff, StaffMember, StaffRoleGrant, type StaffAudience } from "./staff.documents";

export function GrantRole({ member }: { member: Member }) {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const [isOpen, setOpen] = useState(false);
  const held = member.roles.nodes
    .filter(({ endedAt }) => endedAt === null)
    .map(({ audience }) => audience);
  const choices = useStaffRoleChoices().filter(({ value }) => !held.includes(value));
  const form = useForm({
    initial: { audience: "" },
    document: StaffRoleGrant,
    input: ({ audience }: { audience: string }) => ({
      input: { staffId: member.id, audience: audience as StaffAudience },
    }),
    errorsOf: ({ staffRoleGrant }) => staffRoleGrant.userErrors,
    changes: [StaffMember.name, Staff.name],
    done: ({ staffRoleGrant: { role } }) => {
      const named = audiences[form.fields.audience as StaffAudience];
      tell({
        text: role?.isInForce
          ? words.roleGranted(member.name, named)
          : words.roleWaits(member.name, named),
      });
      leave();
    },
  });
  const leave = () => {
    form.reset();
    setOpen(false);
  };
  if (choices.length === 0) return null;
  const { audience } = form.fields;
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setOpen(true)}>
        {words.grant}
      </Button>
      <FormDialog
        isOpen={isOpen}
        title={words.grantTitle(member.name)}
        close={leave}
        act={words.grant}
        form={form}
        isBlocked={!audience}
      >
        <Field
          label={words.role}
          value={audience}
          set={(chosen) => form.set({ audience: chosen })}
          error={form.errorOf("audience")}
          hint={audience ? words.roleHints[audience as StaffAudience] : words.grantAbout}
          choices={[{ value: "", title: words.chooseRole }, ...choices]}
          isFocused
        />
      </FormDialog>
    </>
  );
}
