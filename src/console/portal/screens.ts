// All screens of the portal, in the order of its navigation: a company's for its account administrators, and one's own.
import { ask } from "../api/ask";
import type { Command, Screen, Search } from "../app/screen";
import { usePortalWords, useSharedWords } from "../words/words";
import { AccessesToMe, AccessesToOurData, LatestAccessesToOurData } from "./accesses.documents";
import { OurActivities, OurCompany, OurContacts } from "./company.documents";
import { ExportOfOursStart, ExportsOfOurs } from "./exports.documents";
import { InvitationsOfOurs, UserInvite } from "./invitations.documents";
import { AboutMe, LatestAccessesToMe, MyAdministrators, WhatIDid } from "./me.documents";
import { WhatWaitsForAdministrator } from "./start.documents";
import {
  ActivitiesOfUserOfOurs,
  UserByNameOfOurs,
  UserOfOurs,
  UsersOfOurs,
} from "./users.documents";

const HITS = 6;

export function usePortalScreens(): Screen[] {
  const { frame } = useSharedWords();
  const { portal } = usePortalWords();
  const { start, users, invitations, activity, accesses, exports, company, me } = portal;
  return [
    {
      path: "",
      asks: [WhatWaitsForAdministrator, LatestAccessesToOurData],
      load: () => import("./start-screen"),
      entry: { title: start.title, icon: "home" },
    },
    {
      path: "",
      asks: [LatestAccessesToMe, MyAdministrators],
      load: () => import("./my-start-screen"),
      entry: { title: start.title, icon: "home" },
    },
    {
      path: "users",
      asks: [UsersOfOurs],
      load: () => import("./users-screen"),
      entry: { title: users.title, icon: "people" },
    },
    {
      path: "users/:id",
      asks: [UserOfOurs, ActivitiesOfUserOfOurs],
      load: () => import("./user-screen"),
    },
    {
      path: "invitations",
      asks: [InvitationsOfOurs],
      load: () => import("./invitations-screen"),
      entry: { title: invitations.title, icon: "mail" },
    },
    {
      path: "activity",
      asks: [OurActivities],
      load: () => import("./activity-screen"),
      entry: { title: activity.title, icon: "clock" },
    },
    {
      path: "accesses",
      asks: [AccessesToOurData],
      load: () => import("./accesses-screen"),
      entry: { title: accesses.title, icon: "eye" },
    },
    {
      path: "accesses",
      asks: [AccessesToMe],
      load: () => import("./my-accesses-screen"),
      entry: { title: accesses.mineTitle, icon: "eye" },
    },
    {
      path: "exports",
      asks: [ExportsOfOurs],
      load: () => import("./exports-screen"),
      entry: { title: exports.title, icon: "upload" },
    },
    {
      path: "company",
      asks: [OurCompany, OurContacts],
      load: () => import("./company-screen"),
      entry: { title: company.title, icon: "building" },
    },
    {
      path: "my-data",
      asks: [AboutMe, MyAdministrators],
      load: () => import("./my-data-screen"),
      entry: { title: me.title, icon: "badge", group: frame.you },
    },
    {
      path: "my-activity",
      asks: [WhatIDid],
      load: () => import("./my-activity-screen"),
      entry: { title: activity.mineTitle, icon: "clock", group: frame.you },
    },
    {
      path: "account",
      asks: [],
      load: () => import("../account/account-screen"),
      entry: { title: frame.account, icon: "person", group: frame.you },
    },
    {
      path: "graphiql",
      asks: [],
      load: () => import("../graphiql/leave-for-graphiql"),
      entry: { title: frame.graphiql, icon: "code", group: frame.you },
    },
  ];
}

export function usePortalSearches(): Search[] {
  const { users } = usePortalWords().portal;
  return [
    {
      asks: UserByNameOfOurs,
      title: users.title,
      find: async (text, signal) => {
        const variables = { first: HITS, filter: { nameStartsWith: text } };
        const { platformUsers } = await ask(UserByNameOfOurs, variables, { signal });
        return platformUsers.nodes.map(({ id, name, jobTitle }) => ({
          id,
          title: name,
          detail: jobTitle ?? "",
          to: `/users/${id}`,
        }));
      },
    },
  ];
}

export function usePortalCommands(): Command[] {
  const { invitations, exports } = usePortalWords().portal;
  return [
    { asks: UserInvite, title: invitations.invite, to: "/invitations?do=invite" },
    { asks: ExportOfOursStart, title: exports.start, to: "/exports?do=start" },
  ];
}
