// Where clients get and give back access tokens.
import type { FastifyInstance } from "fastify";
import { passClientStages } from "../../http/stages";
import type { SigningKeys } from "../keys";
import { oauthMetadata } from "./metadata";
import { answerOAuthFailure } from "./oauth-refusal";
import { oauthRevoke } from "./revoke";
import { oauthToken } from "./token";

const METADATA_MAX_AGE_SECONDS = 300;

type Issuer = { keys: SigningKeys; publicUrl: string };

export function addOAuthRoutes(app: FastifyInstance, issuer: Issuer): void {
  const metadata = oauthMetadata(issuer.publicUrl);
  app.get("/.well-known/oauth-authorization-server", (_request, reply) =>
    reply.header("cache-control", `public, max-age=${METADATA_MAX_AGE_SECONDS}`).send(metadata),
  );
  void app.register(async (oauth) => {
    oauth.setErrorHandler(answerOAuthFailure);
    oauth.post("/oauth/token", async (request) =>
      oauthToken(await passClientStages(issuer, request)),
    );
    oauth.post("/oauth/revoke", async (request, reply) => {
      await oauthRevoke(issuer, await passClientStages(issuer, request));
      return reply.code(200).send();
    });
  });
}
