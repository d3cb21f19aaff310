// The columns of a list of people of whom a name and an address are known, and whether they may be mailed.
import { useConsoleWords, useSharedWords } from "../words/words";
import type { Column } from "../design/list/columns";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";

type Row = { id: string; name: string; emailAddress: string; mayEmail: boolean; createdAt: string };

export function usePeopleColumns({ isSorted }: { isSorted: boolean }): Column<Row>[] {
  const { person } = useSharedWords();
  const { marketing } = useConsoleWords();
  return [
    {
      name: "name",
      title: marketing.name,
      width: "minmax(11rem, 2fr)",
      cell: ({ name }) => name || marketing.noName,
      ...(isSorted && { order: "NAME" }),
    },
    {
      name: "emailAddress",
      title: person.emailAddress,
      width: "minmax(13rem, 2fr)",
      cell: ({ emailAddress }) => emailAddress,
    },
    {
      name: "mayEmail",
      title: marketing.mailable,
      width: "8rem",
      cell: ({ mayEmail }) => (
        <Mark tone={mayEmail ? "OPEN" : "PLAIN"}>
          {mayEmail ? marketing.mayEmail : marketing.mayNotEmail}
        </Mark>
      ),
    },
    {
      name: "createdAt",
      title: marketing.createdAt,
      width: "9rem",
      cell: ({ createdAt }) => <Day on={createdAt} />,
      ...(isSorted && { order: "CREATED_AT" }),
    },
  ];
}
