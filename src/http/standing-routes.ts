// The addresses beside /graphql: is the process alive, may it be sent traffic, which keys verify its tokens
// and the audit, and what this is, for a person who opens it in a browser.
import type { FastifyInstance } from "fastify";
import { auditKeySet } from "../audit/sealing/signing-key";
import { publicKeySet, type SigningKeys } from "../viewer/keys";

export type Readiness = { ready: boolean; reason?: string };
export type IsReady = () => Readiness | Promise<Readiness>;

const RETRY_AFTER_SECONDS = 2;
const KEY_SET_MAX_AGE_SECONDS = 300;

const HOME = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Zendbox Back Office</title>
<h1>Zendbox Back Office</h1>
<p>The system that holds a company's personal data and keeps its privacy promises by construction.</p>
<p>The GraphQL API answers at <code>/graphql</code>, to a bearer token. Each audience sees its own schema.</p>
<p>Health: <a href="/livez">/livez</a>, <a href="/readyz">/readyz</a>. Keys: <a href="/.well-known/jwks.json">/.well-known/jwks.json</a>, <a href="/.well-known/audit-keys.json">/.well-known/audit-keys.json</a>.</p>
</html>
`;

export function addStandingRoutes(app: FastifyInstance, keys: SigningKeys, isReady: IsReady): void {
  app.get("/", (_request, reply) => reply.type("text/html; charset=utf-8").send(HOME));

  app.get("/livez", () => ({ alive: true }));

  app.get("/readyz", async (_request, reply) => {
    const readiness = await readinessOf(isReady);
    if (!readiness.ready) reply.code(503).header("retry-after", String(RETRY_AFTER_SECONDS));
    return readiness;
  });

  app.get("/.well-known/jwks.json", (_request, reply) =>
    reply
      .header("cache-control", `public, max-age=${KEY_SET_MAX_AGE_SECONDS}`)
      .send(publicKeySet(keys)),
  );

  app.get("/.well-known/audit-keys.json", (_request, reply) =>
    reply.header("cache-control", `public, max-age=${KEY_SET_MAX_AGE_SECONDS}`).send(auditKeySet()),
  );
}

async function readinessOf(isReady: IsReady): Promise<Readiness> {
  try {
    return await isReady();
  } catch {
    return { ready: false, reason: "The check of readiness failed." };
  }
}
