// Whether this viewer gets an answer to a question: what they can't do is not offered.
import { mayAsk, type AnyDocument } from "../api/document";
import { useViewer } from "./viewer";

export function useMayAsk(): (document: Pick<AnyDocument, "audiences">) => boolean {
  const { audience } = useViewer();
  return (document) => mayAsk(audience, document);
}
