// A GraphQL operation as bytes, and what its answer says.
import { requestBytes } from "./connections";

export const operationBytes = (query: string, variables: object, token?: string): Buffer =>
  requestBytes(
    "/graphql",
    {
      ...{ "content-type": "application/json", accept: "application/json" },
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    JSON.stringify({ query, variables }),
  );

/** Throws where the answer tells of errors. */
export function dataIn(body: string): unknown {
  const { data, errors } = JSON.parse(body) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(`An answer with errors: ${body.slice(0, 400)}`);
  return data;
}
