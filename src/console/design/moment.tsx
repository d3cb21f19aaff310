// A moment: near ones by how long ago, the exact one beside the pointer and for screen readers.
import Tooltip from "@mui/material/Tooltip";
import { useMoments } from "../words/moments";

type MomentProps = { at: string; isExact?: boolean };

export function Moment({ at, isExact = false }: MomentProps) {
  const { near, moment, exact } = useMoments();
  return (
    <Tooltip title={exact(at)}>
      <time dateTime={at}>{isExact ? moment(at) : near(at)}</time>
    </Tooltip>
  );
}

export const Day = ({ on }: { on: string }) => <time dateTime={on}>{useMoments().day(on)}</time>;
