// What waits for whoever signed in, today.
import { Page } from "../design/page";
import { useConsoleWords } from "../words/words";

export function Screen() {
  const { start } = useConsoleWords();
  return <Page title={start.title}>{null}</Page>;
}
