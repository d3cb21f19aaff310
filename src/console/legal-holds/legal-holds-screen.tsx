// Holds that stand, the next to end first.
import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import { usePages } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Day, Moment } from "../design/moment";
import { useConsoleWords, useSharedWords } from "../words/words";
import { LegalHoldsForPrivacy, type LegalHoldsForPrivacyQuery } from "./legal-holds.documents";
import { LiftHold, useKept } from "./lift-hold";

type Row = LegalHoldsForPrivacyQuery["legalHolds"]["nodes"][number];

const PAGE = 50;
const NO_FILTERS: Filter[] = [];

export function Screen() {
  const { kinds } = useSharedWords();
  const { holds, erasures, commands } = useConsoleWords().privacy;
  const keptBy = useKept();
  const [lifted, setLifted] = useState<Row | null>(null);
  const state = useListState(NO_FILTERS);
  const pages = usePages(LegalHoldsForPrivacy, { first: PAGE }, ({ legalHolds }) => legalHolds);
  const columns: Column<Row>[] = [
    {
      name: "kind",
      title: erasures.record,
      width: "11rem",
      cell: ({ subjectKind }) => kinds[subjectKind],
    },
    { name: "items", title: holds.items, width: "minmax(12rem, 2fr)", cell: keptBy },
    {
      name: "reason",
      title: holds.reason,
      width: "minmax(14rem, 3fr)",
      cell: ({ reason }) => reason,
    },
    {
      name: "endsOn",
      title: holds.endsOn,
      width: "8rem",
      cell: ({ endsOn }) => <Day on={endsOn} />,
    },
    {
      name: "placedAt",
      title: holds.placedAt,
      width: "9rem",
      cell: ({ placedAt }) => <Moment at={placedAt} />,
    },
    {
      name: "lift",
      title: holds.lift,
      width: "6rem",
      cell: (row) => <Button onClick={() => setLifted(row)}>{holds.lift}</Button>,
    },
  ];
  return (
    <>
      <ListPage
        name="legal-holds"
        title={holds.title}
        about={holds.about}
        actions={
          <Button component={Link} to="/people?do=hold" variant="contained">
            {commands.hold}
          </Button>
        }
        columns={columns}
        state={state}
        pages={pages}
        to={({ subjectKind, subjectId }) => `/people/${subjectKind}/${subjectId}`}
        empty={holds.empty}
      />
      {lifted && <LiftHold hold={lifted} close={() => setLifted(null)} />}
    </>
  );
}
