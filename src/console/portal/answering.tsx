// Pages of an answer inside a section: what stands there while they are waited for, and when they don't come.
import type { ReactNode } from "react";
import type { RowPages } from "../design/list/list-page";
import { FaultNotice, Waiting } from "../design/states";

type AnsweringProps = {
  pages: Pick<RowPages<unknown>, "error" | "isPending" | "refetch" | "rows">;
  children: ReactNode;
};

export function Answering({
  pages: { error, isPending, refetch, rows },
  children,
}: AnsweringProps) {
  if (isPending) return <Waiting />;
  if (error && rows.length === 0) return <FaultNotice error={error} again={() => void refetch()} />;
  return children;
}
