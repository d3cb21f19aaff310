// Records of a customer's people that are restricted: that there are, since when, and nothing of whom.
import { Line, Lines } from "../design/lines";
import { Mark } from "../design/mark";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords, type SharedWords } from "../words/words";

type Restricted = { kind: keyof SharedWords["kinds"]; id: string; since: string };

export function RestrictedRecords({ records }: { records: readonly Restricted[] }) {
  const { kinds } = useSharedWords();
  const { customers: words } = useConsoleWords().support;
  const { moment } = useMoments();
  return (
    <Section title={words.restricted} about={words.restrictedAbout} isFlush>
      <Lines name={words.restricted}>
        {records.map(({ kind, id, since }) => (
          <Line
            key={id}
            title={kinds[kind]}
            detail={
              <>
                {words.restrictedSince(moment(since))} · <code>{id}</code>
              </>
            }
            marks={<Mark tone="CLOSED">{words.restrictedMark}</Mark>}
          />
        ))}
      </Lines>
    </Section>
  );
}
