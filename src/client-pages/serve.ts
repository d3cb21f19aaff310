// The console and the portal as files: one page each, whatever the address below it, and what it loads. At either door
// GraphiQL has a page of its own. All are clients of the API like any other: nothing here knows who asks.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { PROJECT_ROOT } from "../project-root";
import { StartUpError } from "../start-up-error";
import { clientPolicy, graphiqlPolicy } from "./page-policy";
import { storyPeopleToChoose } from "./story";

const BUILT = join(PROJECT_ROOT, "dist", "console");
const BUNDLES = ["console", "portal", "graphiql"] as const;
type Bundle = (typeof BUNDLES)[number];

const PAGES = (["console", "portal"] as const).flatMap((door) => [
  { bundle: door, door, addresses: [`/${door}`, `/${door}/*`], policy: clientPolicy },
  {
    bundle: "graphiql" as const,
    door,
    addresses: [`/${door}/graphiql`],
    policy: graphiqlPolicy,
  },
]);

const NONCE_BYTES = 16;
/** A file's name holds the digest of what is in it. */
const FILES_KEPT = "1y";

type ClientPagesParts = { isDevelopment: boolean };

export function addClientPages(app: FastifyInstance, { isDevelopment }: ClientPagesParts): void {
  for (const bundle of BUNDLES) {
    void app.register(fastifyStatic, {
      root: join(BUILT, bundle, "assets"),
      prefix: `/${bundle}/assets/`,
      decorateReply: false,
      index: false,
      dotfiles: "ignore",
      preCompressed: true,
      setHeaders: (reply) => void reply.setHeader("vary", "accept-encoding"),
      immutable: true,
      maxAge: FILES_KEPT,
    });
  }
  for (const { bundle, door, addresses, policy } of PAGES) {
    const built = pageOf(bundle);
    // whoever works on them builds anew beside a server that runs
    const page = () => (isDevelopment ? pageOf(bundle) : built);
    const story = isDevelopment ? ` data-story="${inAttribute(storyPeopleToChoose(door))}"` : "";
    const pageFor = (nonce: string) =>
      page()
        .replace('name="style-nonce" content=""', `name="style-nonce" content="${nonce}"`)
        .replace('<div id="root">', `<div id="root"${story}>`);
    for (const path of addresses) {
      app.get(path, (_request, reply) => {
        const nonce = randomBytes(NONCE_BYTES).toString("base64url");
        return reply
          .header("content-security-policy", policy(nonce))
          .type("text/html; charset=utf-8")
          .send(pageFor(nonce));
      });
    }
  }
}

const inAttribute = (json: string) => json.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

function pageOf(bundle: Bundle): string {
  const path = join(BUILT, bundle, `${bundle}.html`);
  if (!existsSync(path)) {
    throw new StartUpError("The console was not built. Run npm run build, then start again.");
  }
  return readFileSync(path, "utf8");
}
