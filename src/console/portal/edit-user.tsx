// Changing a user's name or role. Whoever saves second is shown what the first one wrote, and says what stays.
import Alert from "@mui/material/Alert";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/ask";
import { keyOf } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { choicesOf } from "../design/form/choices";
import { Conflict } from "../design/form/conflict";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { isConflict, useTheirs } from "../design/form/use-theirs";
import { tell } from "../design/toasts";
import { usePortalWords, useSharedWords } from "../words/words";
import { WhatWaitsForAdministrator } from "./start.documents";
import type { User } from "./user-screen";
import { UserOfOurs, UserOfOursUpdate, UsersOfOurs } from "./users.documents";

const NAME_MAXIMUM = 200;

export function EditUser({ user, close }: { user: User; close(): void }) {
  const { act, userRoles } = useSharedWords();
  const { users: words } = usePortalWords().portal;
  const viewer = useViewer();
  const client = useQueryClient();
  const { id } = user;
  // as it was when the person began, whatever is heard of it meanwhile
  const [before] = useState(() => fieldsOf(user));
  const meanwhile = useTheirs(async () => {
    const answer = await ask(UserOfOurs, { id });
    client.setQueryData(keyOf(UserOfOurs, { id }), answer);
    return answer.platformUser && fieldsOf(answer.platformUser);
  });
  const form = useForm({
    initial: before,
    document: UserOfOursUpdate,
    input: (fields: Fields) => ({ input: { id, ...inputOf(fields) } }),
    errorsOf: ({ platformUserUpdate: { userErrors } }) =>
      userErrors.filter((each) => !isConflict(each)),
    changes: [UsersOfOurs.name, WhatWaitsForAdministrator.name],
    done: ({ platformUserUpdate: { userErrors } }) => {
      if (userErrors.some(isConflict)) return meanwhile.read();
      tell({ text: words.saved(form.fields.name) });
      void client.invalidateQueries({ queryKey: [UserOfOurs.name] });
      close();
    },
  });
  const { fields, isSending, field } = form;
  if (meanwhile.theirs) {
    return (
      <Conflict
        key={meanwhile.theirs.version}
        fields={[
          { name: "name", title: words.name },
          { name: "role", title: words.role, show: (role) => userRoles[role as User["role"]] },
        ]}
        before={before}
        mine={fields}
        theirs={meanwhile.theirs}
        isSending={isSending}
        close={meanwhile.compared}
        settle={(settled) => {
          meanwhile.compared();
          form.sendAs(settled);
        }}
      />
    );
  }
  return (
    <FormDialog
      isOpen
      title={words.editTitle(before.name)}
      close={close}
      act={act.save}
      form={{
        ...form,
        isSending: isSending || meanwhile.isReading,
        fault: form.fault ?? meanwhile.fault,
      }}
      isBlocked={!form.isDirty || !fields.name.trim()}
    >
      <Field label={words.name} {...field("name")} maximum={NAME_MAXIMUM} isRequired isFocused />
      <Field label={words.role} {...field("role")} choices={choicesOf(userRoles)} />
      {id === viewer.id && fields.role !== before.role && (
        <Alert severity="warning">{words.ownRole}</Alert>
      )}
    </FormDialog>
  );
}

type Fields = { name: string; role: string; version: string };

const fieldsOf = ({ name, role, version }: User): Fields => ({
  ...{ name, role },
  version: String(version),
});

const inputOf = ({ name, role, version }: Fields) => ({
  name,
  role: role as User["role"],
  version: Number(version),
});
