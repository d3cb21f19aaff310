// What is another one in each run stands in a golden answer as a placeholder: what was made meanwhile, and secrets.
import { STORY_NOW } from "../../seeds/records";

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const SECRET =
  /^(token|accessToken|refreshToken|secret|otpauthUri|downloadUrl|errorsUrl|root|keyId)$/;
/** The database's day is ours, give or take the moment at midnight. */
const TODAY = new Date().toISOString().slice(0, 10);
const FOR_GOOD = Date.parse("2100-01-01");

/** Each new identifier has a number of its own, so that it reads where it comes again. */
export function withPlaceholders(answer: unknown): unknown {
  const numbers = new Map<string, number>();

  function shown(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return value.map((each) => shown(each, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, shown(each, name)]),
      );
    return typeof value === "string" ? text(value, key) : value;
  }

  function text(value: string, key: string): string {
    if (/^(cursor|endCursor)$/.test(key)) return "<cursor>";
    if (SECRET.test(key)) return `<${key}>`;
    if (UUID_V7.test(value) && isNew(timeOfId(value))) {
      numbers.set(value, numbers.get(value) ?? numbers.size + 1);
      return `<id ${numbers.get(value)}>`;
    }
    if (INSTANT.test(value) && isNew(Date.parse(value))) return "<instant>";
    return value.replaceAll(TODAY, "<today>");
  }

  return shown(answer, "");
}

/** The story ends where the run begins. */
const isNew = (time: number) => time > STORY_NOW && time < FOR_GOOD;
const timeOfId = (id: string) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
