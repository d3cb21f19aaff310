// The addresses beside /graphql: is the process alive, may it be sent traffic, which keys verify its tokens and the audit.
import type { FastifyInstance } from "fastify";
import { auditKeySet } from "../audit/sealing/signing-key";
import { publicKeySet, type SigningKeys } from "../viewer/keys";

export type Readiness = { ready: boolean; reason?: string };
export type IsReady = () => Readiness | Promise<Readiness>;

const RETRY_AFTER_SECONDS = 2;
const KEY_SET_MAX_AGE_SECONDS = 300;

export function addStandingRoutes(app: FastifyInstance, keys: SigningKeys, isReady: IsReady): void {
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
