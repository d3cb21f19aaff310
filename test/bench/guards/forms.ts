// Who takes part beside the limit: the program with every guard, without one of them, and without all.

export type Guard = "rowSecurity" | "readAudit" | "shield" | "cost" | "authentication";
/** Of the read audit there is another form too: W1 and W2 wait for the disk as W3 does, and W3 doesn't, as W1 and W2. */
export type Change = Guard | "otherReadAudit";
export type Form = { name: string; changes: readonly Change[] };

const GUARDS: Record<Guard, string> = {
  rowSecurity: "row security off",
  readAudit: "read audit off",
  shield: "shield off",
  cost: "cost off",
  authentication: "authentication off",
};
const names = Object.keys(GUARDS) as Guard[];

export const WHOLE: Form = { name: "with all guards", changes: [] };
/** The same process again: how far it lies from the first is noise. */
const AGAIN: Form = { name: "all guards once more", changes: [] };
export const NONE: Form = { name: "with all off", changes: names };
export const FORMS: readonly Form[] = [
  WHOLE,
  AGAIN,
  ...names.map((guard) => ({ name: GUARDS[guard], changes: [guard] })),
  { name: "read audit otherwise", changes: ["otherReadAudit"] },
  NONE,
];
export const TOGETHER: readonly Form[] = [WHOLE, AGAIN, NONE];
