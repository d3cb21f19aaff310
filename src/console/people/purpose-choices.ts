// Purposes of a record, as a field offers them.
import type { Choice } from "../design/form/choices";
import { useSharedWords } from "../words/words";
import type { Purpose } from "./people.documents";

export function usePurposeChoices(purposes: readonly Purpose[]): Choice[] {
  const titles = useSharedWords().purposes;
  return purposes.map((value) => ({ value, title: titles[value] }));
}
