// The names of our own people, by their identifier: who granted, who confirmed, who made.
import { useAnswer } from "../api/use-answer";
import { useMayAsk } from "../app/use-may-ask";
import { StaffNames } from "./staff.documents";

export function useStaffName(): (id: string | null) => string | null {
  const mayAsk = useMayAsk();
  const { data } = useAnswer(StaffNames, {}, { isEnabled: mayAsk(StaffNames) });
  const names = new Map(data?.staff.nodes.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
