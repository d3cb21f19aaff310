// Rules of the doors. A static rule depends on the audience alone, and its set is known to us, so that it is settled
// at start; a dynamic rule needs the row, the arguments or a grant, and is asked each time.
import type { GraphQLResolveInfo } from "graphql";
import { allow, type and, rule } from "graphql-shield";
import type { Context } from "../graphql/context";
import { type Audience, AUDIENCES } from "../viewer/audience";

/** Whatever graphql-shield takes as a rule. */
export type Rule = Parameters<typeof and>[number];

export type Check = (
  parent: object,
  args: object,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<boolean | Error>;

const sets = new WeakMap<Rule, ReadonlySet<Audience>>();
const made = new Map<string, Rule>();

/** Every audience. */
export const everyone: Rule = allow;

/** These audiences and no other. One rule for each set, whatever the order of its names. */
export function only(...audiences: [Audience, ...Audience[]]): Rule {
  const set = new Set(AUDIENCES.filter((audience) => audiences.includes(audience)));
  const name = `only(${[...set].join(", ")})`;
  const known = made.get(name);
  if (known) return known;
  const isOneOfThem = (_parent: object, _args: object, { viewer }: Context) =>
    set.has(viewer.audience);
  const one = rule(name, { cache: "no_cache" })(isOneOfThem);
  made.set(name, one);
  sets.set(one, set);
  return one;
}

/**
 * A rule that is asked for each value. Its name is a sentence of fact. An error it returns or throws is the
 * field's error: a fault then reads as a fault, not as a refusal, and the door stays shut either way.
 */
export const dynamicRule = (name: string, check: Check): Rule =>
  rule(name, { cache: "no_cache" })(
    async (parent: object, args: object, context: Context, info: GraphQLResolveInfo) => {
      try {
        return await check(parent, args, context, info);
      } catch (error) {
        return error instanceof Error ? error : new Error(`The rule ${name} failed.`);
      }
    },
  );

/** The audiences of a static rule; undefined for any other. */
export const audiencesOf = (one: Rule): ReadonlySet<Audience> | undefined => sets.get(one);
