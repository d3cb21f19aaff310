// Who looked lately: the latest entries of several roles, as one timeline.
import Button from "@mui/material/Button";
import { Link } from "react-router";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { Timeline } from "../design/timeline";
import { usePortalWords } from "../words/words";
import { useSeenEntries, type Seen } from "./seen";

const SHOWN = 6;

type LatelyProps<Answer> = {
  about: string;
  of: { data: Answer | undefined; error: unknown; isPending: boolean; refetch(): unknown };
  to: string;
};

export function Lately<Answer extends Record<string, { nodes: readonly Seen[] }>>({
  about,
  of,
  to,
}: LatelyProps<Answer>) {
  const { start } = usePortalWords().portal;
  const entryOf = useSeenEntries();
  return (
    <Section
      title={start.lookedLately}
      about={about}
      actions={
        <Button component={Link} to={to}>
          {start.all}
        </Button>
      }
    >
      <Answered of={of} find={(answer) => Object.values(answer).flatMap(({ nodes }) => nodes)}>
        {(seen) => (
          <Timeline
            empty={start.nobodyLooked}
            entries={[...seen]
              .sort((one, other) => other.recordedAt.localeCompare(one.recordedAt))
              .slice(0, SHOWN)
              .map(entryOf)}
          />
        )}
      </Answered>
    </Section>
  );
}
