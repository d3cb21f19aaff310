// What a role is at the moment: in force, waiting for a second operator's word, or ended.
export type RoleLike = { isInForce: boolean; endedAt: string | null };
export type RoleStanding = "IN_FORCE" | "WAITING" | "ENDED";

export const standingOf = ({ isInForce, endedAt }: RoleLike): RoleStanding =>
  endedAt ? "ENDED" : isInForce ? "IN_FORCE" : "WAITING";
