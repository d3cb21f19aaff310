// What stands where an answer is not: on its way, nothing there, not for you, or gone wrong. Each says what to do next.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { use, type ReactNode } from "react";
import { Link } from "react-router";
import { Fault } from "../api/fault";
import { useSharedWords, type SharedWords } from "../words/words";
import { Icon, type IconName } from "./icons";
import { IsWithinPage, useTitle } from "./page";

type NoticeProps = { icon: IconName; title: string; detail?: ReactNode; action?: ReactNode };

export const Notice = ({ icon, title, detail, action }: NoticeProps) => (
  <Box sx={{ display: "grid", justifyItems: "center", gap: 2, py: 10, px: 4, textAlign: "center" }}>
    <Icon name={icon} sx={{ fontSize: 32, color: "text.disabled" }} />
    <Typography variant="h2" component={use(IsWithinPage) ? "p" : "h1"}>
      {title}
    </Typography>
    {detail && (
      <Typography variant="body2" color="textSecondary" component="div" sx={{ maxWidth: "46ch" }}>
        {detail}
      </Typography>
    )}
    {action}
  </Box>
);

export const Empty = (props: Omit<NoticeProps, "icon"> & { icon?: IconName }) => (
  <Notice icon="inbox" {...props} />
);

export function NotFound() {
  const { fault } = useSharedWords();
  useTitleInstead(fault.notFound);
  return (
    <Notice
      icon="question"
      title={fault.notFound}
      detail={fault.notFoundDetail}
      action={
        <Button component={Link} to="/" variant="outlined">
          {fault.toStart}
        </Button>
      }
    />
  );
}

export function FaultNotice({
  error,
  again,
}: {
  error: unknown;
  again?: (() => void) | undefined;
}) {
  const { fault, act } = useSharedWords();
  const { title, detail } = useFaultWords(error);
  useTitleInstead(title);
  const reference = error instanceof Fault ? error.reference : null;
  return (
    <div role="alert">
      <Notice
        icon="alert"
        title={title}
        detail={
          <>
            {detail}
            {reference && (
              <Box sx={{ mt: 2 }} title={fault.referenceHint}>
                <code>{fault.reference(reference)}</code>
              </Box>
            )}
          </>
        }
        action={
          again && (
            <Button variant="outlined" onClick={again}>
              {act.tryAgain}
            </Button>
          )
        }
      />
    </div>
  );
}

function faultWordsOf(error: unknown, fault: SharedWords["fault"]): FaultWords {
  if (!(error instanceof Fault)) return { title: fault.broken, detail: fault.brokenNext };
  switch (error.kind) {
    case "AWAY":
      return { title: fault.awayShort, detail: fault.away };
    case "SESSION_OVER":
      return { title: fault.sessionOver, detail: "" };
    case "TOO_MANY":
      return { title: fault.title, detail: fault.tooMany(error.retryAfterSeconds) };
    case "REFUSED":
      if (error.code === "INTERNAL") return { title: fault.title, detail: fault.internal };
      return { title: fault.title, detail: error.message || fault.refused };
  }
}

type FaultWords = { title: string; detail: string };

/** The same in one line. */
export function faultLineOf(error: unknown, fault: SharedWords["fault"]): string {
  const { title, detail } = faultWordsOf(error, fault);
  return detail || title;
}

export const useFaultWords = (error: unknown): FaultWords =>
  faultWordsOf(error, useSharedWords().fault);

/** Where it stands in the place of the whole page. */
function useTitleInstead(title: string): void {
  const isWithinPage = use(IsWithinPage);
  useTitle(isWithinPage ? null : title);
}

export const Waiting = ({ lines = 4 }: { lines?: number }) => {
  const { list } = useSharedWords();
  return (
    <Box role="status" aria-label={list.loading} sx={{ display: "grid", gap: 2, py: 2 }}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={20} width={`${90 - (index % 3) * 18}%`} />
      ))}
    </Box>
  );
};

type Asked<Answer> = {
  data: Answer | undefined;
  error: unknown;
  isPending: boolean;
  refetch(): unknown;
};

type AnsweredProps<Answer, Found> = {
  of: Asked<Answer>;
  /** What is shown of the answer; null where there is no such thing for this viewer. */
  find(answer: Answer): Found | null | undefined;
  children(found: Found): ReactNode;
  lines?: number;
};

/** One answer on the screen, or what stands in its place. */
export function Answered<Answer, Found>({
  of: { data, error, refetch },
  find,
  children,
  lines = 4,
}: AnsweredProps<Answer, Found>) {
  if (data === undefined) {
    return error ? (
      <FaultNotice error={error} again={() => void refetch()} />
    ) : (
      <Waiting lines={lines} />
    );
  }
  const found = find(data);
  return found === null || found === undefined ? <NotFound /> : <>{children(found)}</>;
}
