// What stands there now, read once somebody else was quicker to save: to be compared with what was typed.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

export function useTheirs<Fields>(read: () => Promise<Fields | null>) {
  const [theirs, setTheirs] = useState<Fields | null>(null);
  const reading = useMutation({ mutationFn: read, onSuccess: setTheirs });
  return {
    theirs,
    read: () => reading.mutate(),
    isReading: reading.isPending,
    fault: reading.error,
    compared: () => setTheirs(null),
  };
}

export const isConflict = ({ code }: { code: string }) => code === "CONFLICT";
