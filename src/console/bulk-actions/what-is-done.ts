// An act on many people, in words.
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import type { BulkActionKind, ProspectKind } from "./bulk-actions.documents";

type Act = { kind: BulkActionKind; informedOn: string | null; prospectKind: ProspectKind | null };

export function useWhatIsDone() {
  const { bulk, prospectKinds } = useConsoleWords().marketing;
  const { day } = useMoments();
  return ({ informedOn, prospectKind }: Act): string =>
    prospectKind
      ? bulk.setKindTo(prospectKinds[prospectKind])
      : bulk.informedOnDay(informedOn ? day(informedOn) : "");
}
