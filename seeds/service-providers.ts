// Who processes on our behalf: one agreement in force for all contacts, one that ended, and one that covers
// the newsletter's readers alone.
import { randomFor } from "./random";
import { noonOf } from "./story-clock";
import { STORY_SERVICE_PROVIDER } from "./story-people";

const PROVIDERS = [
  {
    id: STORY_SERVICE_PROVIDER.id,
    name: STORY_SERVICE_PROVIDER.name,
    service: "Sends our newsletter and our letters to prospects",
    since: "2026-03-02",
    endedOn: null,
    kinds: ["PROSPECT", "SUBSCRIBER"],
    purposes: ["MARKETING_AND_SALES", "NEWSLETTER"],
  },
  {
    id: null,
    name: "Campaign Kite",
    service: "Planned our campaigns of the spring",
    since: "2026-03-16",
    endedOn: "2026-07-31",
    kinds: ["PROSPECT"],
    purposes: ["MARKETING_AND_SALES"],
  },
  {
    id: null,
    name: "Sealing Wax Archive",
    service: "Keeps back issues of the newsletter for its readers",
    since: "2026-05-04",
    endedOn: null,
    kinds: ["SUBSCRIBER"],
    purposes: ["NEWSLETTER"],
  },
] as const;

export function storyServiceProviders() {
  const random = randomFor("service providers");
  const providers = PROVIDERS.map((provider) => {
    const at = noonOf(provider.since);
    return { ...provider, at, id: provider.id ?? random.id(at) };
  });
  return {
    rows: providers.map(({ id, name, service, at }) => ({
      id,
      name,
      service,
      createdAt: new Date(at),
    })),
    agreementRows: providers.map(({ id, at, endedOn, kinds, purposes }) => ({
      id: random.id(at),
      serviceProviderId: id,
      kinds,
      purposes,
      inForceFrom: new Date(at),
      endedAt: endedOn === null ? null : new Date(noonOf(endedOn)),
    })),
  };
}
