// The console at a company's size beside the story world: the same person does the same in both, in a real browser, in turn.
import { DEFAULTS } from "../../../seeds/volume/sizes";
import { freePort } from "../../../src/database/embedded-address";
import { signInAsStaff } from "../../console/signing-in";
import { type RunningProcess, startProcess } from "../../drills/processes";
import { openBrowser } from "../../setup/browser";
import type { Bench } from "../bench";
import { openWorld, type World } from "../side-by-side/world";
import { type Asked, STEPS, type Worked, work } from "./at-work";
import { firstLoad, loading } from "./first-load";

const ROUNDS = 5;
/** As small as a beginning. */
const STORY = { customers: 1, users: 1, contacts: 1_000, activities: 1, changes: 1 };

type Contender = {
  name: string;
  asked: Asked;
  world: World;
  server: RunningProcess;
  base: string;
};

export const consoleBench: Bench = {
  name: "console",
  summary: "The console in a browser: what it loads, and lists and searches at a company's size.",
  options: {
    rounds: { default: ROUNDS, minimum: 1, maximum: 50, meaning: "rounds in each world" },
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are in the grown one",
    },
  },
  async run({ seed, rounds = ROUNDS, contacts = DEFAULTS.contacts }, report, { folder }) {
    const browser = await openBrowser();
    const contenders: Contender[] = [];
    try {
      contenders.push(await open("small", await openWorld(STORY, { seed, folder: null }, report)));
      const grown = await openWorld({ ...DEFAULTS, contacts }, { seed, folder }, report);
      contenders.push(await open("grown", grown));
      const [small] = contenders as [Contender];
      const consoleLoad = await firstLoad(browser, small.base, "console");
      const portalLoad = await firstLoad(browser, small.base, "portal");
      report(`first load: console ${consoleLoad.kB} kB in ${consoleLoad.files} files`);
      report(`first load: portal ${portalLoad.kB} kB in ${portalLoad.files} files`);

      const pages = new Map<Contender, Awaited<ReturnType<typeof signedIn>>>();
      for (const each of contenders) pages.set(each, await signedIn(each));
      const worked = new Map<Contender, Worked[]>(contenders.map((each) => [each, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (const each of contenders) {
          const { page } = pages.get(each)!;
          worked.get(each)!.push(await work(page, each.base, each.asked));
        }
      }
      const counts = [...pages.values()].flatMap(({ counting }) => counting);
      const figures = Object.fromEntries(
        contenders.flatMap((each) =>
          ([...STEPS, "rowsScrolled"] as const).map((step) => [
            `${each.name}.${step}`,
            median(worked.get(each)!.map((one) => one[step])),
          ]),
        ),
      );
      return {
        consoleKb: consoleLoad.kB,
        portalKb: portalLoad.kB,
        startKb: pages.get(small)!.loaded().kB,
        ...figures,
        listsThatCount: counts.length,
      };
    } finally {
      await browser.close();
      for (const { server, world } of contenders) {
        await server.end();
        await world.close();
      }
    }

    async function signedIn({ base }: Contender) {
      const context = await browser.newContext({
        viewport: { width: 1360, height: 860 },
        locale: "en-GB",
      });
      const page = await context.newPage();
      const load = loading(page);
      await signInAsStaff(page, base, "MARKETING");
      await page.waitForLoadState("networkidle");
      const atStart = load();
      const counting: string[] = [];
      page.on("request", (request) => {
        if (request.postData()?.includes("totalCount")) counting.push(request.url());
      });
      return { page, loaded: () => atStart, counting };
    }
  },
};

async function open(name: string, world: World): Promise<Contender> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const server = await startProcess("api", { ...world.config, port, publicUrl: base });
  const database = await world.superuser();
  const { rows } = await database.query<{ address: string; name: string }>(
    `select email_canonical address, name from prospects where may_email and name ~ '^[A-Z][a-z]{4}' order by id limit 1 offset 50`,
  );
  await database.end();
  const [{ address, name: nameOf }] = rows as [{ address: string; name: string }];
  return { name, world, server, base, asked: { address, nameOf, beginning: nameOf.slice(0, 4) } };
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
