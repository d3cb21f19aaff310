// Screens, searches and commands of marketing.
import { ask } from "../api/ask";
import type { Command, Screen, Search } from "../app/screen";
import {
  CustomerContactForMarketing,
  CustomerContactsForMarketing,
} from "../customer-contacts/customer-contacts.documents";
import { ExportCancel, Exports, ExportStart } from "../exports/exports.documents";
import {
  Import,
  ImportPrepare,
  ImportPreview,
  Imports,
  ImportStart,
} from "../imports/imports.documents";
import {
  Interactions,
  Prospect,
  ProspectCreate,
  Prospects,
  ProspectsInformed,
} from "../prospects/prospects.documents";
import { Subscriber, Subscribers } from "../subscribers/subscribers.documents";
import { useConsoleWords } from "../words/words";

const HITS = 6;

/** Files hold whom one may list: they are taken out by whoever lists both. */
const TAKEN_OUT = [Prospects, Subscribers];

export function useMarketingScreens(): Screen[] {
  const { marketing } = useConsoleWords();
  const { group } = marketing;
  return [
    {
      path: "prospects",
      asks: [Prospects, ProspectsInformed],
      load: () => import("../prospects/prospects-screen"),
      entry: { title: marketing.prospects.title, icon: "star", group },
    },
    {
      path: "prospects/new",
      asks: [ProspectCreate],
      load: () => import("../prospects/new-prospect-screen"),
    },
    {
      path: "prospects/:id",
      asks: [Prospect, Interactions],
      load: () => import("../prospects/prospect-screen"),
    },
    {
      path: "subscribers",
      asks: [Subscribers],
      load: () => import("../subscribers/subscribers-screen"),
      entry: { title: marketing.subscribers.title, icon: "mail", group },
    },
    {
      path: "subscribers/:id",
      asks: [Subscriber],
      load: () => import("../subscribers/subscriber-screen"),
    },
    {
      path: "contacts",
      asks: [CustomerContactsForMarketing],
      load: () => import("../customer-contacts/customer-contacts-screen"),
      entry: { title: marketing.contacts.title, icon: "building", group },
    },
    {
      path: "contacts/:id",
      asks: [CustomerContactForMarketing],
      load: () => import("../customer-contacts/customer-contact-screen"),
    },
    {
      path: "imports",
      asks: [Imports, ImportPrepare],
      load: () => import("../imports/imports-screen"),
      entry: { title: marketing.imports.title, icon: "upload", group },
    },
    {
      path: "imports/new",
      asks: [ImportPrepare],
      load: () => import("../imports/new-import-screen"),
    },
    {
      path: "imports/:id",
      asks: [Import, ImportPreview, ImportStart],
      load: () => import("../imports/import-screen"),
    },
    {
      path: "exports",
      asks: [Exports, ExportCancel, ...TAKEN_OUT],
      load: () => import("../exports/exports-screen"),
      entry: { title: marketing.exports.title, icon: "download", group },
    },
    {
      path: "exports/new",
      asks: [ExportStart, ...TAKEN_OUT],
      load: () => import("../exports/new-export-screen"),
    },
  ];
}

export function useMarketingSearches(): Search[] {
  const { marketing } = useConsoleWords();
  return [
    {
      asks: Prospects,
      title: marketing.prospects.title,
      find: async (text, signal) => {
        const filter = text.includes("@") ? { emailAddress: text } : { nameStartsWith: text };
        const variables = { first: HITS, filter, orderBy: "NAME" } as const;
        const { prospects } = await ask(Prospects, variables, { signal });
        return prospects.nodes.map(({ id, name, companyName }) => ({
          id,
          title: name,
          detail: companyName ?? "",
          to: `/prospects/${id}`,
        }));
      },
    },
    {
      asks: Subscribers,
      title: marketing.subscribers.title,
      find: async (text, signal) => {
        if (!text.includes("@")) return []; // readers are found by their address alone
        const variables = { first: HITS, filter: { emailAddress: text }, orderBy: "NAME" } as const;
        const { subscribers } = await ask(Subscribers, variables, { signal });
        return subscribers.nodes.map(({ id, name, emailAddress }) => ({
          id,
          title: name || emailAddress,
          detail: marketing.subscribers.title,
          to: `/subscribers/${id}`,
        }));
      },
    },
  ];
}

export function useMarketingCommands(): Command[] {
  const { marketing } = useConsoleWords();
  return [
    { asks: ProspectCreate, title: marketing.prospects.add, to: "/prospects/new" },
    { asks: ImportPrepare, title: marketing.imports.add, to: "/imports/new" },
    // an export starts for other audiences too, who have no such page here
    { asks: Prospects, title: marketing.exports.add, to: "/exports/new" },
  ];
}
