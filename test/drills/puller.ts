// A marketing tool that pulls all the while, over HTTP, and keeps what it hears in the order in which it hears it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Ask } from "./ask";

export type Heard = {
  number: number;
  id: string;
  companyName: string | null;
  isTombstone: boolean;
  at: number;
};

const PAUSE_MS = 10;
export const PULL = `query ($after: String) { contactChanges(first: 500, after: $after) {
  nodes { changeNumber id contact { companyName } } pageInfo { endCursor hasNextPage } } }`;

type Page = {
  nodes: { changeNumber: number; id: string; contact: { companyName: string | null } | null }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
};

export async function startPuller(ask: Ask) {
  let after: string | null = null;
  let heard: Heard[] = [];
  let pullsWithContacts = 0;
  const pull = async (): Promise<Page> => {
    const page = ((await ask(PULL, { after })) as { contactChanges: Page }).contactChanges;
    after = page.pageInfo.endCursor;
    if (page.nodes.some((node) => node.contact)) pullsWithContacts += 1;
    const at = performance.now();
    for (const { changeNumber: number, id, contact } of page.nodes) {
      const companyName = contact?.companyName ?? null;
      heard.push({ number, id, companyName, isTombstone: contact === null, at });
    }
    return page;
  };
  while ((await pull()).pageInfo.hasNextPage);
  const alreadyThere = heard.length;
  heard = [];
  pullsWithContacts = 0;

  let isOver = false;
  const pulling = (async () => {
    while (!isOver) {
      const page = await pull();
      if (!page.pageInfo.hasNextPage) await sleep(PAUSE_MS);
    }
  })();
  pulling.catch(() => undefined); // told by stop()
  return {
    alreadyThere,
    heard: () => heard,
    pullsWithContacts: () => pullsWithContacts,
    cursor: () => after,
    stop: async () => {
      isOver = true;
      await pulling;
    },
  };
}
