// What a root field of a query has answered in a request stands: executed anew, for the wording of an error, it answers the
// same without reading again, so that there is one read and one entry.
import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import type { RequestContext } from "./context";

export function onceInARequest(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (parent, args, context: RequestContext, info) => {
      const key = String(info.path.key);
      const before = context.answered.get(key);
      if (before) return before();
      const answer = told(() => resolve(parent, args, context, info));
      context.answered.set(key, answer);
      return answer();
    };
  }
}

/** A value or promise as it is, a thrown error thrown again. */
function told(work: () => unknown): () => unknown {
  try {
    const value = work();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
