// Short news at the lower edge: what was done, with its way back where there is one. Read out by screen readers.
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import { useSyncExternalStore } from "react";
import { useSharedWords } from "../words/words";

export type Toast = { text: string; isFault?: boolean; undo?: () => void };

const SHOWN_MS = 6_000;

let current: (Toast & { number: number }) | null = null;
let count = 0;
const listeners = new Set<() => void>();

function set(next: typeof current): void {
  current = next;
  for (const listener of listeners) listener();
}

export const tell = (toast: Toast): void => set({ ...toast, number: ++count });

export function Toasts() {
  const { act } = useSharedWords();
  const toast = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  const close = () => set(null);
  return (
    <Snackbar
      key={toast?.number}
      open={toast !== null}
      autoHideDuration={toast?.undo ? SHOWN_MS * 2 : SHOWN_MS}
      onClose={(_event, reason) => reason === "clickaway" || close()}
      anchorOrigin={{ vertical: "bottom", horizontal: "center" }}
    >
      <Alert
        severity={toast?.isFault ? "error" : "success"}
        variant="filled"
        onClose={close}
        closeText={act.close}
        action={
          toast?.undo && (
            <Button
              color="inherit"
              onClick={() => {
                toast.undo?.();
                close();
              }}
            >
              {act.undo}
            </Button>
          )
        }
      >
        {toast?.text}
      </Alert>
    </Snackbar>
  );
}
