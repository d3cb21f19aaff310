// One hostile request over HTTP, as it stands in its case.
import type { HostileCase } from "./hostile-cases";

export type Got = { status: number; text: string; headers: Headers; code: unknown };

export async function sendHostile(
  address: string,
  { method = "POST", search = "", headers, body }: HostileCase,
  more: Record<string, string>,
): Promise<Got> {
  const response = await fetch(`${address}/graphql${search}`, {
    method,
    headers: { ...headers, ...more },
    // bytes, for which fetch adds no content type of its own
    body: body === undefined ? undefined : Buffer.from(body),
  });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return {
    status: response.status,
    text,
    headers: response.headers,
    code: errors?.[0]?.extensions.code,
  };
}
