// One of our own people, as `node` answers them.
import type { StaffMemberQuery } from "./staff.documents";

export type Member = Extract<NonNullable<StaffMemberQuery["node"]>, { emailAddress: string }> & {
  id: string;
};
export type Role = Member["roles"]["nodes"][number];
