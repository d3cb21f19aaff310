// A person at the console or the portal, in a browser of their own. Whatever they do, three things are watched: nothing
// goes to another origin, nothing is asked that the audience's schema lacks, and the page's policy is never broken.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { source as AXE } from "axe-core";
import { buildSchema, parse, validate, type GraphQLSchema } from "graphql";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { PROJECT_ROOT } from "../../src/project-root";
import type { Audience } from "../../src/viewer/audience";

export type Visit = {
  page: Page;
  /** Looks at the page as it stands: axe in both modes, and a picture where pictures are wanted. */
  look(name: string): Promise<void>;
  /** What went wrong meanwhile; a journey ends with none. */
  faults: string[];
  /** Settles when nothing was asked for a while: the page shows what it shows. */
  settled(): Promise<void>;
  /** Names of all operations that were asked. */
  asked: Set<string>;
  close(): Promise<void>;
};

const PICTURES = process.env.PICTURES;

export async function visit(
  browser: Browser,
  address: string,
  audience: Audience,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 860 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const asked = new Set<string>();
  const schemas = { own: schemaOf(audience), public: schemaOf("PUBLIC") };

  page.on("pageerror", ({ message }) => faults.push(`The page threw: ${message}`));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !isAnswerOfServer(text)) faults.push(`Told: ${text}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(data|blob):$/.test(url.protocol)) return;
    if (url.origin !== address) faults.push(`Another origin: ${url.href}`);
    if (url.pathname !== "/graphql" || request.method() !== "POST") return;
    const { query, operationName } = request.postDataJSON() as Record<string, string>;
    const isSignedIn = request.headers().authorization !== undefined;
    const wrong = validate(isSignedIn ? schemas.own : schemas.public, parse(query!));
    asked.add(operationName!);
    for (const { message } of wrong) faults.push(`${operationName}: ${message}`);
  });
  return {
    page,
    faults,
    asked,
    settled: settling(page),
    look: (name) => look(page, name, faults),
    close: () => context.close(),
  };
}

const QUIET_MS = 200;
const COMES_MS = 2_000;

function settling(page: Page) {
  let waiting = 0;
  let lastAt = Date.now();
  const note = (change: number) => () => {
    waiting += change;
    lastAt = Date.now();
  };
  page.on("request", note(1));
  page.on("requestfinished", note(-1));
  page.on("requestfailed", note(-1));
  return async () => {
    lastAt = Date.now();
    while (waiting > 0 || Date.now() - lastAt < QUIET_MS) await sleep(QUIET_MS / 4);
  };
}

/** What the browser says of an answer that isn't a 200, which a journey may well ask for. */
const isAnswerOfServer = (text: string) => /^Failed to load resource/.test(text);

const schemas = new Map<Audience, GraphQLSchema>();

function schemaOf(audience: Audience): GraphQLSchema {
  const known = schemas.get(audience);
  if (known) return known;
  const file = `${audience.toLowerCase().replaceAll("_", "-")}.graphql`;
  const made = buildSchema(readFileSync(join(PROJECT_ROOT, "schema", "audiences", file), "utf8"));
  schemas.set(audience, made);
  return made;
}

async function look(page: Page, name: string, faults: string[]): Promise<void> {
  // what is on its way comes, but where nobody answers
  const onItsWay = page.locator(".MuiSkeleton-root").first();
  await onItsWay.waitFor({ state: "detached", timeout: COMES_MS }).catch(() => undefined);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // pages with a script say when they have followed; a stylesheet follows at once
    await page.locator(`html:not([data-colours]), html[data-colours=${colorScheme}]`).waitFor();
    // of all rules only one asks for colours
    const rules = colorScheme === "dark" ? ["color-contrast"] : null;
    for (const { id, nodes } of await violationsOn(page, rules))
      faults.push(
        `${name}, ${colorScheme}: ${id} at ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
      );
    if (PICTURES)
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), scale: "css" });
  }
  const title = await page.title();
  const headings = await page.locator("h1").count();
  const mains = await page.locator("main").count();
  if (!/ · /.test(title)) faults.push(`${name}: the title is «${title}»`);
  if (headings > 1 || mains !== 1) faults.push(`${name}: ${headings} h1, ${mains} main`);
}

type Violation = { id: string; nodes: { html: string }[] };

/** Of all of axe's rules, or of those that are named. */
async function violationsOn(page: Page, rules: readonly string[] | null): Promise<Violation[]> {
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations)`);
}
