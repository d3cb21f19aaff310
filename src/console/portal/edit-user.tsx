// Changing a user's name or role. Whoever comes second is shown what stands there now.
import Alert from "@mui/material/Alert";
import { useState } from "react";
import { useViewer } from "../app/viewer";
import { FormDialog } from "../design/form/dialog";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { usePortalWords, useSharedWords } from "../words/words";
import { CHANGED_BY_EDITING, ChangedMeanwhile, isConflict } from "./changed-meanwhile";
import { UserOfOursUpdate } from "./users.documents";
import type { User } from "./user-screen";

const NAME_MAXIMUM = 200;

export function EditUser({ user, close }: { user: User; close(): void }) {
  const { act, userRoles } = useSharedWords();
  const { users: words } = usePortalWords().portal;
  const viewer = useViewer();
  // as it was when the person began, whatever is heard of it meanwhile
  const [seen] = useState(user);
  const form = useForm({
    initial: { name: seen.name, role: seen.role },
    document: UserOfOursUpdate,
    input: ({ name, role }) => ({ input: { id: seen.id, version: seen.version, name, role } }),
    errorsOf: ({ platformUserUpdate }) => platformUserUpdate.userErrors,
    changes: CHANGED_BY_EDITING,
    done: () => {
      tell({ text: words.saved(seen.name) });
      close();
    },
  });
  const { name, role } = form.fields;
  if (isConflict(form.userErrors)) {
    return <ChangedMeanwhile seen={seen} typed={form.fields} close={close} />;
  }
  return (
    <FormDialog
      isOpen
      title={words.editTitle(seen.name)}
      close={close}
      act={act.save}
      submit={form.submit}
      isSending={form.isSending}
      isDirty={form.isDirty}
      isBlocked={!form.isDirty}
    >
      <Faults form={form} />
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
        label={words.role}
        value={role}
        set={(value) => form.set({ role: value as User["role"] })}
        error={form.errorOf("role")}
        choices={Object.entries(userRoles).map(([value, title]) => ({ value, title }))}
      />
      {seen.id === viewer.id && role !== seen.role && (
        <Alert severity="warning">{words.ownRole}</Alert>
      )}
    </FormDialog>
  );
}
