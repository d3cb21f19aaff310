// Whose record it is, where the page was reached from a search: the address stays in the tab's history, never in the
// page's address, and is asked again.
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { useAnswer } from "../api/use-answer";
import { PersonByAddress, type PersonByAddressQuery } from "./people.documents";

export type PersonRecord = PersonByAddressQuery["personSearch"][number];

export type Carried = { personal?: { emailAddress?: string } } | null;

export function useKnownPerson(id: string): PersonRecord | null {
  const { state } = useLocation() as { state: Carried };
  const client = useQueryClient();
  const emailAddress = state?.personal?.emailAddress ?? "";
  const { data } = useAnswer(
    PersonByAddress,
    { emailAddress },
    { isEnabled: emailAddress.length > 0 },
  );
  const isIt = (record: PersonRecord) => record.id === id;
  // found by the palette a moment ago
  const earlier = client.getQueriesData<PersonByAddressQuery>({ queryKey: [PersonByAddress.name] });
  return (
    data?.personSearch.find(isIt) ??
    earlier.flatMap(([, answer]) => answer?.personSearch ?? []).find(isIt) ??
    null
  );
}
