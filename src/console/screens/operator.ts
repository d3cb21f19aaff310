// Screens, searches and commands of operator.
import { ApiClient, ApiClientCreate, ApiClients } from "../api-clients/api-clients.documents";
import type { Command, Screen, Search } from "../app/screen";
import {
  CustomerCreate,
  CustomerForOperator,
  CustomerReopen,
} from "../customers/keeping.documents";
import { Jobs } from "../jobs/jobs.documents";
import { Staff, StaffInvitations, StaffInvite, StaffMember } from "../staff/staff.documents";
import { useConsoleWords } from "../words/words";

export function useOperatorScreens(): Screen[] {
  const { staff, invitations, clients, jobs } = useConsoleWords().operator;
  return [
    {
      path: "customers/:id",
      asks: [CustomerForOperator, CustomerReopen],
      load: () => import("../customers/customer-for-operator-screen"),
    },
    {
      path: "staff",
      asks: [Staff],
      load: () => import("../staff/staff-screen"),
      entry: { title: staff.title, icon: "badge" },
    },
    {
      path: "staff/:id",
      asks: [StaffMember],
      load: () => import("../staff/staff-member-screen"),
    },
    {
      path: "invitations",
      asks: [StaffInvitations],
      load: () => import("../staff/staff-invitations-screen"),
      entry: { title: invitations.title, icon: "mail" },
    },
    {
      path: "api-clients",
      asks: [ApiClients],
      load: () => import("../api-clients/api-clients-screen"),
      entry: { title: clients.title, icon: "code" },
    },
    {
      path: "api-clients/new",
      asks: [ApiClientCreate],
      load: () => import("../api-clients/new-client-screen"),
    },
    {
      path: "api-clients/:id",
      asks: [ApiClient],
      load: () => import("../api-clients/api-client-screen"),
    },
    {
      path: "jobs",
      asks: [Jobs],
      load: () => import("../jobs/jobs-screen"),
      entry: { title: jobs.title, icon: "gear" },
    },
  ];
}

// people of ours can't be found by name over the API: the list is short
export const useOperatorSearches = (): Search[] => [];

export function useOperatorCommands(): Command[] {
  const { customers, clients, staff } = useConsoleWords().operator;
  return [
    { asks: CustomerCreate, title: customers.create, to: "/customers?do=create" },
    { asks: ApiClientCreate, title: clients.create, to: "/api-clients/new" },
    { asks: StaffInvite, title: staff.invite, to: "/staff?do=invite" },
  ];
}
