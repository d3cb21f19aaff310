// Under which name an operation is told of. Names come from clients, so what they can do with them is bounded: no more than
// so many are told apart, each only after it was asked a few times, and none that may hold a number of somebody.

const NAME = /^[_A-Za-z]\w{0,60}$/;
const NUMBER = /\d{4}/;

const NAMED_MAXIMUM = 200;
/** Whoever is nobody in particular can't crowd out the others. */
const NAMED_OF_PUBLIC_MAXIMUM = 20;
const NAMED_FROM = 5;
const CANDIDATES_MAXIMUM = 1_000;

type Name = string | null | undefined;

/** `unknown` is what was refused before it was known what it is, `unnamed` what has no name, `other` the rest. */
export const plainName = (name: Name): string => {
  if (name === undefined) return "unknown";
  if (name === null) return "unnamed";
  return NAME.test(name) && !NUMBER.test(name) ? name : "other";
};

/** The name as a label: of each audience's operations those that it asks again and again, as long as there is room. */
export function operationNames(): (audience: string, name: Name) => string {
  const labels = new Map<string, string>();
  const candidates = new Map<string, number>();
  let ofPublic = 0;

  function consider(audience: string, key: string, name: string): string {
    const isPublic = audience === "PUBLIC";
    if (labels.size >= NAMED_MAXIMUM || (isPublic && ofPublic >= NAMED_OF_PUBLIC_MAXIMUM))
      return "other";
    const uses = (candidates.get(key) ?? 0) + 1;
    if (uses < NAMED_FROM) {
      if (candidates.size >= CANDIDATES_MAXIMUM) candidates.clear();
      candidates.set(key, uses);
      return "other";
    }
    candidates.delete(key);
    labels.set(key, name);
    if (isPublic) ofPublic += 1;
    return name;
  }

  return (audience, given) => {
    if (typeof given !== "string") return plainName(given);
    const key = `${audience} ${given}`;
    const known = labels.get(key);
    if (known !== undefined) return known;
    const name = plainName(given);
    return name === given ? consider(audience, key, name) : name;
  };
}
