// The first page of a customer's person.
import { Page } from "../design/page";
import { usePortalWords } from "../words/words";

export function Screen() {
  const { portal } = usePortalWords();
  return <Page title={portal.title}>{null}</Page>;
}
