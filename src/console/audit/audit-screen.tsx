// The audit: how far it is sealed, who did or saw what, one entry beside the list, and exports of it.
import Button from "@mui/material/Button";
import { useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { usePages } from "../api/use-answer";
import { choicesOf } from "../design/form/choices";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  AuditForPrivacy,
  type AuditForPrivacyQuery,
  type AuditForPrivacyQueryVariables,
} from "./audit.documents";
import { EntryDrawer } from "./entry-drawer";
import { ExportsOfTheAudit } from "./exports-of-the-audit";
import { Sealing } from "./sealing";
import { Verifying } from "./verifying";
import { useNamed } from "./named";

type Row = AuditForPrivacyQuery["auditEntries"]["nodes"][number];

const PAGE = 50;

export function Screen() {
  const shared = useSharedWords();
  const { audit } = useConsoleWords().privacy;
  const { number } = useMoments();
  const named = useNamed();
  const [open, setOpen] = useState<"EXPORTS" | "VERIFY" | null>(null);
  const [parameters] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const entry = parameters.get("entry");
  const filters: Filter[] = [
    {
      name: "action",
      title: audit.action,
      kind: "CHOICE",
      choices: choicesOf(shared.auditActions),
    },
    {
      name: "audience",
      title: audit.audience,
      kind: "CHOICE",
      choices: choicesOf(shared.audiences),
    },
    { name: "operation", title: audit.operation, kind: "TEXT" },
    { name: "subjectId", title: audit.subjectId, kind: "TEXT" },
    { name: "viewerId", title: audit.viewerId, kind: "TEXT" },
  ];
  const state = useListState(filters);
  const pages = usePages(
    AuditForPrivacy,
    { first: PAGE, filter: state.values as AuditForPrivacyQueryVariables["filter"] },
    ({ auditEntries }) => auditEntries,
  );
  const columns: Column<Row>[] = [
    {
      name: "at",
      title: audit.at,
      width: "11rem",
      cell: ({ recordedAt }) => <Moment at={recordedAt} isExact />,
    },
    {
      name: "action",
      title: audit.action,
      width: "6.5rem",
      cell: ({ action }) => (
        <Mark tone={action === "DENIED" ? "CLOSED" : "PLAIN"}>{shared.auditActions[action]}</Mark>
      ),
    },
    {
      name: "operation",
      title: audit.operation,
      width: "minmax(9rem, 2fr)",
      cell: ({ operation }) => operation,
    },
    {
      name: "audience",
      title: audit.audience,
      width: "9rem",
      cell: ({ audience }) => named.audience(audience),
    },
    {
      name: "subject",
      title: audit.subject,
      width: "8.5rem",
      cell: ({ subjectKind }) => subjectKind && named.kind(subjectKind),
    },
    {
      name: "rows",
      title: audit.rows,
      width: "5.5rem",
      cell: ({ rowCount }) => number(rowCount),
    },
    {
      name: "purpose",
      title: audit.purpose,
      width: "minmax(8rem, 1fr)",
      cell: ({ purpose }) => named.purpose(purpose),
    },
    {
      name: "viewer",
      title: audit.viewer,
      width: "minmax(9rem, 1fr)",
      isExtra: true,
      cell: ({ viewerId }) => viewerId,
    },
  ];
  const show = (id: string | null) => {
    const search = new URLSearchParams(parameters);
    if (id) search.set("entry", id);
    else search.delete("entry");
    return `/audit?${search.toString()}`;
  };
  return (
    <>
      <ListPage
        name="audit"
        title={audit.title}
        about={
          <>
            {audit.about}
            <Sealing />
          </>
        }
        actions={
          <>
            <Button variant="outlined" color="inherit" onClick={() => setOpen("VERIFY")}>
              {audit.verify}
            </Button>
            <Button variant="outlined" color="inherit" onClick={() => setOpen("EXPORTS")}>
              {audit.exports}
            </Button>
          </>
        }
        columns={columns}
        filters={filters}
        state={state}
        pages={pages}
        to={({ id }) => show(id)}
        empty={audit.empty}
      />
      {entry && (
        <EntryDrawer
          id={entry}
          close={() => void navigate(show(null), { replace: true, state: location.state })}
        />
      )}
      {open === "VERIFY" && <Verifying close={() => setOpen(null)} />}
      {open === "EXPORTS" && <ExportsOfTheAudit close={() => setOpen(null)} />}
    </>
  );
}
