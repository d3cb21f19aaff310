// What an entry of the access feed means, in words: in which role, what was done, for which purpose, which fields, and by
// which rule. The rule is given as the server says it.
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as To } from "react-router";
import type { IconName } from "../design/icons";
import type { TimelineEntry } from "../design/timeline";
import { useMoments } from "../words/moments";
import { usePortalWords, useSharedWords } from "../words/words";
import type { AccessesToMeQuery } from "./accesses.documents";

export type Seen = AccessesToMeQuery["accessFeed"]["nodes"][number] & {
  /** Told to account administrators alone. */
  subjectIds?: readonly string[];
  number?: string;
};

const ICONS: Record<Seen["action"], IconName> = {
  READ: "eye",
  WRITE: "pencil",
  REVEAL: "key",
  DENIED: "lock",
};

/** What says nothing to people: identifiers and counters. */
const SILENT = ["id", "customerId", "platformUserId", "version"];

/** A file's columns are written otherwise than the fields that they come from. */
const nameOf = (name: string): string =>
  name === "email"
    ? "emailAddress"
    : name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const wordOf = <Word,>(words: Record<string, Word>, name: string | null): Word | undefined =>
  name !== null && Object.hasOwn(words, name) ? words[name] : undefined;

/** Makes entries of a timeline of what was seen. */
export function useSeenEntries(): (seen: Seen) => TimelineEntry {
  const { accesses } = usePortalWords().portal;
  const { audiences, purposes } = useSharedWords();
  const { list, number: inWords } = useMoments();

  const whatOf = ({ subjectIds, subjectKind }: Seen): string => {
    if (!subjectIds) return wordOf(accesses.mine, subjectKind) ?? accesses.mineElse;
    const count = inWords(Math.max(1, subjectIds.length));
    return (wordOf(accesses.kinds, subjectKind) ?? accesses.records)(count);
  };
  return (seen) => {
    const { id, recordedAt, action, audience, purpose, fields } = seen;
    const names = fields
      .filter((name) => !SILENT.includes(name))
      .map((name) => wordOf(accesses.fieldNames, nameOf(name)) ?? name);
    const role = wordOf(audiences, audience) ?? accesses.byHand;
    return {
      id,
      at: recordedAt,
      icon: ICONS[action],
      title: accesses.did[action](role, whatOf(seen)),
      detail: (
        <>
          <div>
            {[
              accesses.purpose(wordOf(purposes, purpose) ?? purpose),
              names.length > 0 && accesses.fields(list(names)),
            ]
              .filter(Boolean)
              .join(" · ")}
          </div>
          <Provenance seen={seen} />
        </>
      ),
      ...(action === "DENIED" && { tone: "CLOSED" }),
    };
  };
}

function Provenance({
  seen: { rule, operation, number, subjectKind, subjectIds },
}: {
  seen: Seen;
}) {
  const { accesses } = usePortalWords().portal;
  const [only, ...others] = subjectIds ?? [];
  return (
    <Typography variant="caption" component="div" color="textSecondary">
      <div>
        {accesses.rule}: <q lang="en">{rule}</q>
      </div>
      {accesses.operation}: <code>{operation}</code>
      {number !== undefined && ` · ${accesses.number}: ${number}`}
      {subjectKind === "PLATFORM_USER" && only !== undefined && others.length === 0 && (
        <>
          {" · "}
          <Link component={To} to={`/users/${only}`} underline="always">
            {accesses.openUser}
          </Link>
        </>
      )}
    </Typography>
  );
}
