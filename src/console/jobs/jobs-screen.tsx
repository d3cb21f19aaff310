// What the worker does, will do, or gave up. It asks anew by itself; what failed for good waits for somebody to run it
// again.
import Button from "@mui/material/Button";
import { useAct, useAnswer } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Mark, type MarkTone } from "../design/mark";
import { Moment } from "../design/moment";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { JobRunAgain, Jobs, type JobsQuery } from "./jobs.documents";
import { useTaskTitle } from "./use-task-title";

type Row = JobsQuery["jobs"][number];

const ASKED_EVERY_MS = 5_000;
const TONES: Record<string, MarkTone> = { RUNNING: "OPEN", RETRYING: "WAITING", FAILED: "CLOSED" };

export function Screen() {
  const { jobs: words } = useConsoleWords().operator;
  const titles: Record<string, string> = words.states;
  const titleOfTask = useTaskTitle();
  const filters: Filter[] = [
    {
      name: "onlyFailed",
      title: words.state,
      kind: "CHOICE",
      choices: [{ value: "true", title: words.onlyFailed }],
    },
  ];
  const state = useListState(filters);
  const answer = useAnswer(
    Jobs,
    { onlyFailed: state.values["onlyFailed"] === "true" },
    { everyMs: ASKED_EVERY_MS, keepsLast: true },
  );
  const columns: Column<Row>[] = [
    {
      name: "task",
      title: words.task,
      width: "minmax(11rem, 1fr)",
      cell: ({ task }) => titleOfTask(task),
    },
    {
      name: "state",
      title: words.state,
      width: "9rem",
      cell: ({ state: of }) => <Mark tone={TONES[of] ?? "PLAIN"}>{titles[of] ?? of}</Mark>,
    },
    {
      name: "reason",
      title: words.reason,
      width: "minmax(18rem, 4fr)",
      cell: ({ reason }) => reason && <span title={reason}>{reason}</span>,
    },
    {
      name: "attempts",
      title: words.attempts,
      width: "5rem",
      cell: ({ attempts, maxAttempts }) => words.attemptsOf(attempts, maxAttempts),
    },
    {
      name: "runAt",
      title: words.runAt,
      width: "9rem",
      cell: ({ runAt, state: of }) => (of === "FAILED" ? null : <Moment at={runAt} />),
    },
    {
      name: "runAgain",
      title: words.toDo,
      width: "8.5rem",
      cell: (job) => job.state === "FAILED" && <RunAgain id={job.id} />,
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      isExtra: true,
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
    { name: "id", title: words.number, width: "6rem", isExtra: true, cell: ({ id }) => id },
  ];
  return (
    <ListPage
      name="jobs"
      title={words.title}
      about={words.about}
      columns={columns}
      filters={filters}
      state={state}
      pages={{
        ...answer,
        rows: answer.data?.jobs ?? [],
        // asking anew by itself is nothing to be told each time
        isFetching: answer.isPlaceholderData,
        isFetchingNextPage: false,
        hasNextPage: false,
        fetchNextPage: () => undefined,
      }}
      empty={words.empty}
    />
  );
}

function RunAgain({ id }: { id: string }) {
  const { jobs: words } = useConsoleWords().operator;
  const run = useAct(JobRunAgain, {
    changes: [Jobs.name],
    done: ({ jobRunAgain: { userErrors } }) =>
      tell(
        userErrors[0]
          ? { text: userErrors[0].message, isFault: true }
          : { text: words.runsAgain(id) },
      ),
  });
  return (
    <Button
      variant="outlined"
      color="inherit"
      disabled={run.isPending}
      onClick={() => run.mutate({ input: { id } })}
      sx={{ minHeight: 26, py: 0 }}
    >
      {words.runAgain}
    </Button>
  );
}
