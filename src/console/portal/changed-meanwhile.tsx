// Somebody else changed the user while this person typed: what stands there now is read, and the person chooses for each
// field. Should it change once more before that is sent, they choose again.
import Alert from "@mui/material/Alert";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { FormDialog } from "../design/form/dialog";
import { Faults } from "../design/form/faults";
import { useForm, type UserError } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { usePortalWords, useSharedWords } from "../words/words";
import { Conflict, type Pick } from "./conflict";
import { WhatWaitsForAdministrator } from "./start.documents";
import { UserOfOurs, UserOfOursUpdate, UsersOfOurs } from "./users.documents";
import type { User } from "./user-screen";

export const CHANGED_BY_EDITING = [UserOfOurs, UsersOfOurs, WhatWaitsForAdministrator].map(
  ({ name }) => name,
);

const NAMES = ["name", "role"] as const;

type Typed = { name: User["name"]; role: User["role"] };
type Meanwhile = { seen: User; typed: Typed; close(): void };

export const isConflict = (errors: readonly UserError[]): boolean =>
  errors.some(({ code }) => code === "CONFLICT");

export function ChangedMeanwhile({ seen, typed, close }: Meanwhile) {
  const { act, form } = useSharedWords();
  const { users: words } = usePortalWords().portal;
  const now = useQuery({
    queryKey: [UserOfOurs.name, "meanwhile", seen.id, seen.version],
    queryFn: async () => (await ask(UserOfOurs, { id: seen.id })).platformUser,
    staleTime: 0,
    gcTime: 0,
  });
  if (now.data) {
    return <Choosing seen={seen} typed={typed} theirs={now.data} close={close} />;
  }
  return (
    <FormDialog
      isOpen
      title={words.editTitle(seen.name)}
      close={close}
      act={act.save}
      submit={(event) => event.preventDefault()}
      isSending
    >
      <Alert severity="warning">{form.conflictTitle}</Alert>
      <Faults form={{ otherErrors: [], fault: now.error }} />
    </FormDialog>
  );
}

function Choosing({ seen, typed, theirs, close }: Meanwhile & { theirs: User }) {
  const { act, userRoles } = useSharedWords();
  const { users: words } = usePortalWords().portal;
  const isTyped = (name: keyof Typed) => typed[name] !== seen[name];
  const firstPick = (name: keyof Typed): Pick => (isTyped(name) ? "YOURS" : "THEIRS");
  const chosen = (picks: Record<keyof Typed, Pick>): Typed => ({
    name: picks.name === "YOURS" ? typed.name : theirs.name,
    role: picks.role === "YOURS" ? typed.role : theirs.role,
  });
  const form = useForm({
    initial: { name: firstPick("name"), role: firstPick("role") },
    document: UserOfOursUpdate,
    input: (picks) => ({ input: { id: seen.id, version: theirs.version, ...chosen(picks) } }),
    errorsOf: ({ platformUserUpdate }) => platformUserUpdate.userErrors,
    changes: CHANGED_BY_EDITING,
    done: () => {
      tell({ text: words.saved(theirs.name) });
      close();
    },
  });
  if (isConflict(form.userErrors)) {
    return <ChangedMeanwhile seen={theirs} typed={chosen(form.fields)} close={close} />;
  }
  const say = (name: keyof Typed, of: Typed) => (name === "role" ? userRoles[of.role] : of.name);
  return (
    <FormDialog
      isOpen
      title={words.editTitle(seen.name)}
      close={close}
      act={act.save}
      submit={form.submit}
      isSending={form.isSending}
      isDirty
    >
      <Conflict
        fields={NAMES.filter((name) => theirs[name] !== typed[name]).map((name) => ({
          name,
          title: words.fields[name],
          theirs: say(name, theirs),
          yours: say(name, typed),
          isTyped: isTyped(name),
          pick: form.fields[name],
        }))}
        choose={(name, pick) => form.set({ [name]: pick })}
      />
      <Faults form={{ otherErrors: form.userErrors, fault: form.fault }} />
    </FormDialog>
  );
}
