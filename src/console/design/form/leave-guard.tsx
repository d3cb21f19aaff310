// What was typed is not lost by going elsewhere: it is asked first, within the console and by the browser.
import Typography from "@mui/material/Typography";
import { useEffect } from "react";
import { useBlocker, type Location } from "react-router";
import { useSharedWords } from "../../words/words";
import { FormDialog, NOTHING_TOLD } from "./dialog";

/** Given to `navigate` once it is saved: then nothing is asked. */
export const AFTER_SAVING = { isSaved: true } as const;

const isAfterSaving = ({ state }: Location) =>
  (state as { isSaved?: boolean } | null)?.isSaved === true;

/** One on a page: the router asks one. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { form, act } = useSharedWords();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname && !isAfterSaving(nextLocation),
  );
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isDirty]);
  return (
    <FormDialog
      isOpen={blocker.state === "blocked"}
      title={form.leaveTitle}
      close={() => blocker.reset?.()}
      act={act.discard}
      cancel={act.stay}
      form={{
        ...NOTHING_TOLD,
        submit: (event) => {
          event.preventDefault();
          blocker.proceed?.();
        },
      }}
      isDangerous
    >
      <Typography>{form.leaveDetail}</Typography>
    </FormDialog>
  );
}
