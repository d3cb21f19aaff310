// What the audit keeps as a code, in words; a code without one stays as it is.
import { useConsoleWords, useSharedWords } from "../words/words";

export function useNamed() {
  const { audiences, kinds, purposes } = useSharedWords();
  const { audit } = useConsoleWords().privacy;
  const by = (titles: Record<string, string>) => (code: string) => titles[code] ?? code;
  return { audience: by(audiences), kind: by({ ...kinds, ...audit.kinds }), purpose: by(purposes) };
}
