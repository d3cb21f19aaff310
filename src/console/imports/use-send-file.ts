// A file is sent, and an import prepared from it. What has arrived is not sent twice.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask } from "../api/ask";
import type { UserError } from "../design/form/use-form";
import { ImportPrepare, Imports, type ImportKind } from "./imports.documents";
import { upload } from "./upload";

export function useSendFile(done: (importId: string) => void) {
  const client = useQueryClient();
  const [percent, setPercent] = useState(0);
  const [otherErrors, setErrors] = useState<readonly UserError[]>([]);
  const ending = useRef<AbortController | null>(null);
  const arrived = useRef<{ file: File; fileId: string } | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const sending = useMutation({
    retry: false,
    mutationFn: async ({ file, kind }: { file: File; kind: ImportKind }) => {
      setErrors([]);
      ending.current = new AbortController();
      const { signal } = ending.current;
      if (arrived.current?.file !== file) {
        setPercent(0);
        const { fileId } = await upload(file, { signal, progress: setPercent });
        arrived.current = { file, fileId };
      }
      setPercent(100);
      const input = { fileId: arrived.current.fileId, kind };
      return ask(ImportPrepare, { input }, { signal, idempotencyKey: crypto.randomUUID() });
    },
    onSuccess: ({ importPrepare }) => {
      setErrors(importPrepare.userErrors);
      if (!importPrepare.import) return;
      void client.invalidateQueries({ queryKey: [Imports.name] });
      done(importPrepare.import.id);
    },
  });
  const isEnded = sending.error instanceof DOMException && sending.error.name === "AbortError";
  return {
    percent,
    otherErrors,
    fault: isEnded ? null : sending.error,
    isSending: sending.isPending,
    send: (file: File, kind: ImportKind) => sending.mutate({ file, kind }),
    end: () => ending.current?.abort(),
  };
}
