// What is wrong with a value, told without the value: it may be a password, or somebody's address.

/** What the library says, and how it is said without what was given. */
const SAYINGS: readonly [RegExp, string][] = [
  [/^(Expected (?:non-nullable )?type "[^"]+"(?: not to be null| to be an object)?\.)/, "$1"],
  [
    /^(Field "\w{1,100}" (?:of required type "[^"]+" was not provided|is not defined by type "[^"]+")\.)/,
    "$1",
  ],
  [/^Value [\s\S]* does not exist in ("\w+") enum\./, "There is no such value in $1."],
  [/^(?:Enum )?("?\w+"?) cannot represent /, "It is no $1."],
];

export function withoutValue(message: string): string {
  for (const [saying, ours] of SAYINGS) {
    const found = saying.exec(message);
    if (found) return ours.replace("$1", found[1] ?? "");
  }
  return "It is not of its type.";
}
