// By which channels somebody may be turned to, and why: what the record says, channel by channel.
import { useSharedWords } from "../../words/words";
import { WhyPanel } from "./why-panel";

type Permission = { channel: "EMAIL"; isAllowed: boolean; because: string };

export function Channels({ channels }: { channels: readonly Permission[] }) {
  const { person } = useSharedWords();
  return (
    <WhyPanel
      title={person.channels}
      reasons={channels.map(({ channel, isAllowed, because }) => ({
        id: channel,
        title: person[channel],
        isAllowed,
        because,
      }))}
    />
  );
}
