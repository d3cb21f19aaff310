// Screens, searches and commands of privacy.
import { AuditEntryForPrivacy, AuditForPrivacy, AuditSealingState } from "../audit/audit.documents";
import { ApiClientsForPrivacy, StaffForPrivacy } from "../access/access.documents";
import { keyOf } from "../api/use-answer";
import { ask } from "../api/ask";
import { queryClient } from "../api/query-client";
import type { Command, Screen, Search } from "../app/screen";
import { ErasuresForPrivacy } from "../erasures/erasures.documents";
import { ProspectsToInform } from "../informing/informing.documents";
import { LegalHoldPlace, LegalHoldsForPrivacy } from "../legal-holds/legal-holds.documents";
import { LawfulnessOfRecord, PersonByAddress } from "../people/people.documents";
import { ProcessingRegisterForPrivacy } from "../processing-register/processing-register.documents";
import {
  ServiceProviderCreate,
  ServiceProviderForPrivacy,
  ServiceProvidersForPrivacy,
} from "../service-providers/service-providers.documents";
import { WhatIfGivenUp } from "../what-if/what-if.documents";
import { useConsoleWords, useSharedWords } from "../words/words";

export function usePrivacyScreens(): Screen[] {
  const { privacy } = useConsoleWords();
  const { people, accountability } = privacy.groups;
  return [
    {
      path: "people",
      asks: [PersonByAddress],
      load: () => import("../people/people-screen"),
      entry: { title: privacy.people.title, icon: "search", group: people },
    },
    {
      path: "people/:kind/:id",
      asks: [LawfulnessOfRecord],
      load: () => import("../people/person-screen"),
    },
    {
      path: "erasures",
      asks: [ErasuresForPrivacy],
      load: () => import("../erasures/erasures-screen"),
      entry: { title: privacy.erasures.title, icon: "hourglass", group: people },
    },
    {
      path: "holds",
      asks: [LegalHoldsForPrivacy],
      load: () => import("../legal-holds/legal-holds-screen"),
      entry: { title: privacy.holds.title, icon: "lock", group: people },
    },
    {
      path: "informing",
      asks: [ProspectsToInform, ErasuresForPrivacy],
      load: () => import("../informing/informing-screen"),
      entry: { title: privacy.informing.title, icon: "mail", group: people },
    },
    {
      path: "register",
      asks: [ProcessingRegisterForPrivacy],
      load: () => import("../processing-register/processing-register-screen"),
      entry: { title: privacy.register.title, icon: "book", group: accountability },
    },
    {
      path: "providers",
      asks: [ServiceProvidersForPrivacy],
      load: () => import("../service-providers/service-providers-screen"),
      entry: { title: privacy.providers.title, icon: "handshake", group: accountability },
    },
    {
      path: "providers/:id",
      asks: [ServiceProviderForPrivacy],
      load: () => import("../service-providers/service-provider-screen"),
    },
    {
      path: "what-if",
      asks: [WhatIfGivenUp],
      load: () => import("../what-if/what-if-screen"),
      entry: { title: privacy.whatIf.title, icon: "question", group: accountability },
    },
    {
      path: "audit",
      asks: [AuditForPrivacy, AuditEntryForPrivacy, AuditSealingState],
      load: () => import("../audit/audit-screen"),
      entry: { title: privacy.audit.title, icon: "seal", group: accountability },
    },
    {
      path: "access",
      asks: [StaffForPrivacy, ApiClientsForPrivacy, AuditForPrivacy],
      load: () => import("../access/access-screen"),
      entry: { title: privacy.access.title, icon: "badge", group: accountability },
    },
  ];
}

/** As far as a text can be a whole address: each search is in the audit. */
const MAY_BE_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export function usePrivacySearches(): Search[] {
  const { kinds } = useSharedWords();
  const { privacy } = useConsoleWords();
  return [
    {
      asks: PersonByAddress,
      title: privacy.people.title,
      find: async (text, signal) => {
        if (!MAY_BE_ADDRESS.test(text)) return [];
        const variables = { emailAddress: text };
        const { personSearch } = await queryClient.fetchQuery({
          queryKey: keyOf(PersonByAddress, variables),
          queryFn: () => ask(PersonByAddress, variables, { signal }),
        });
        return personSearch.map(({ kind, id, name }) => ({
          id,
          title: name,
          detail: kinds[kind],
          to: `/people/${kind}/${id}`,
        }));
      },
    },
  ];
}

export function usePrivacyCommands(): Command[] {
  const { commands } = useConsoleWords().privacy;
  return [
    { asks: PersonByAddress, title: commands.search, to: "/people" },
    { asks: LegalHoldPlace, title: commands.hold, to: "/people?do=hold" },
    { asks: ServiceProviderCreate, title: commands.provider, to: "/providers?do=create" },
  ];
}
