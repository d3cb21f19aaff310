// The api is killed again and again under people who bring prospects in.
import { setTimeout as sleep } from "node:timers/promises";
import { dice } from "../../../seeds/world-lists";
import type { Drill } from "../drill";
import { startCrowd } from "./crowd";
import { ledgerChecks, settle } from "./ledger";
import { onStage } from "./stage";

export const apiKill: Drill = {
  name: "api-kill",
  summary:
    "An API that is killed under changes loses nothing it acknowledged, and does nothing twice.",
  options: {
    kills: { default: 10, minimum: 1, maximum: 100, meaning: "how often it is killed" },
    people: { default: 8, minimum: 1, maximum: 64, meaning: "people who work at the same time" },
  },
  run: ({ seed, kills = 10, people = 8 }, report) =>
    onStage(async ({ cluster, start, token }) => {
      const roll = dice(seed);
      let api = await start("api");
      const as = token("marketing");
      const crowd = startCrowd({
        address: () => api.address,
        token: as,
        people,
        prefix: `k${seed}`,
      });
      for (let n = 1; n <= kills; n += 1) {
        await sleep(200 + Math.floor(roll() * 800));
        api.kill();
        report(`Killed after ${crowd.writes.length} writes`);
        api = await start("api");
      }
      await sleep(500);
      await crowd.stop();
      const database = await cluster.superuser();
      const to = { address: api.address, token: as };
      await settle(database, to, crowd.writes);
      const { checks, figures } = await ledgerChecks(database, to, crowd.writes);
      const unanswered = crowd.statuses.get(0) ?? 0;
      return {
        checks: [["the deaths met people at work", unanswered > 0], ...checks],
        figures: { kills, ...figures, unanswered },
      };
    }),
};
