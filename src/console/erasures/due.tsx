// When something is to be erased, and that it should have been.
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { useConsoleWords } from "../words/words";

export function Due({ at }: { at: string }) {
  const { erasures } = useConsoleWords().privacy;
  return (
    <>
      <Moment at={at} /> {isPast(at) && <Mark tone="CLOSED">{erasures.overdue}</Mark>}
    </>
  );
}

const isPast = (at: string) => new Date(at).getTime() < Date.now();
