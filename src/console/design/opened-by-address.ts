// A dialog that an address opens, «…?do=create», so that a command of the palette leads into it.
import { useSearchParams } from "react-router";

const DO = "do";

export function useOpenedByAddress(what: string) {
  const [parameters, set] = useSearchParams();
  const change = (isOpen: boolean) =>
    set(
      (known) => {
        const next = new URLSearchParams(known);
        if (isOpen) next.set(DO, what);
        else next.delete(DO);
        return next;
      },
      { replace: true },
    );
  return {
    isOpen: parameters.get(DO) === what,
    open: () => change(true),
    close: () => change(false),
  };
}
