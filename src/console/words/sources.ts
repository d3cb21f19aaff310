// Which tool saw something, as a reader would say it: the known ones by name, others by what they call themselves.
import { useSharedWords } from "./words";

export function useSourceNames(): (source: string) => string {
  const { activitySources } = useSharedWords();
  const known: Readonly<Record<string, string>> = activitySources;
  return (source) => known[source] ?? readable(source);
}

const readable = (source: string) =>
  /^[A-Z0-9_]+$/.test(source)
    ? source.charAt(0) + source.slice(1).toLowerCase().replaceAll("_", " ")
    : source;
