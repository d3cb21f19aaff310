// Until when somebody is to be told that we hold their data; marked while that is near.
import { Mark } from "../design/mark";
import { Day } from "../design/moment";

const NEAR_MS = 7 * 24 * 60 * 60 * 1_000;

export function ToBeInformedBy({ at }: { at: string | null }) {
  if (at === null) return null;
  const isNear = new Date(at).getTime() - readAt < NEAR_MS;
  return isNear ? (
    <Mark tone="WAITING">
      <Day on={at} />
    </Mark>
  ) : (
    <Day on={at} />
  );
}

/** Near is counted from when the page was opened: a table isn't drawn anew for it. */
const readAt = Date.now();
