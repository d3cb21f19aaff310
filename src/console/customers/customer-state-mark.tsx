// Whether a customer's contract runs, in a word.
import { Mark } from "../design/mark";
import { useSharedWords, type SharedWords } from "../words/words";

export const CustomerStateMark = ({ state }: { state: keyof SharedWords["customerStates"] }) => (
  <Mark tone={state === "ACTIVE" ? "OPEN" : "CLOSED"}>
    {useSharedWords().customerStates[state]}
  </Mark>
);
