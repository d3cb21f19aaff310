// The one table: rows by their cursor while one scrolls, only those in sight in the document, and the arrow keys to
// move among them. It never asks how many there are.
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { useSharedWords } from "../../words/words";
import { Icon } from "../icons";
import type { Column } from "./columns";
import type { Selecting } from "./selection";

export type Density = "COMPACT" | "COMFORTABLE";

type DataTableProps<Row> = {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What was asked for: rows of another question begin at the top. */
  question?: string;
  density?: Density;
  more: { has: boolean; isLoading: boolean; load(): void };
  /** Where a row leads, if anywhere. */
  to?: (row: Row) => string;
  order?: { by: string; choose(by: string): void };
  selecting?: Selecting | undefined;
};

const ROW_HEIGHT: Record<Density, number> = { COMPACT: 34, COMFORTABLE: 46 };
const LOAD_BEFORE_END = 20;
const PAGE_OF_ROWS = 10;

export function DataTable<Row extends { id: string }>({
  title,
  columns,
  rows,
  question,
  density = "COMPACT",
  more,
  to,
  order,
  selecting,
}: DataTableProps<Row>) {
  const { list } = useSharedWords();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const height = ROW_HEIGHT[density];
  // the table is drawn anew as one scrolls: that is what it is for
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    setActive(0);
  }, [question]);
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more.has && !more.isLoading && last >= rows.length - LOAD_BEFORE_END) more.load();
  }, [more, last, rows.length]);

  const template = [selecting && "2.25rem", ...columns.map(({ width }) => width)]
    .filter(Boolean)
    .join(" ");

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows[active];
    const act: Record<string, () => void> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => go(active - 1),
      PageDown: () => go(active + PAGE_OF_ROWS),
      PageUp: () => go(active - PAGE_OF_ROWS),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      Enter: () => row && to && void navigate(to(row)),
      " ": () => row && selecting?.toggle(row.id),
    };
    const isInRow = (event.target as HTMLElement).matches("[data-index]");
    if (!isInRow || !act[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act[event.key]?.();
  };

  const { selection } = selecting ?? {};
  const isTaken = (id: string) => Boolean(selection?.isAll || selection?.ids.has(id));
  const row = { display: "grid", gridTemplateColumns: template, columnGap: 4, px: 3 };
  return (
    <Box
      ref={scroller}
      sx={{
        flex: 1,
        minHeight: 200,
        overflow: "auto",
        border: 1,
        borderColor: "divider",
        borderRadius: 1.5,
        bgcolor: "background.paper",
      }}
      tabIndex={-1}
    >
      <Box
        role="grid"
        aria-label={list.rowsOf(title)}
        aria-rowcount={-1}
        aria-multiselectable={selecting ? true : undefined}
        onKeyDown={onKeyDown}
        sx={{ minWidth: "fit-content" }}
      >
        <Box
          role="row"
          aria-rowindex={1}
          sx={{
            ...row,
            position: "sticky",
            top: 0,
            zIndex: 1,
            height: 34,
            alignItems: "center",
            bgcolor: "background.paper",
            borderBottom: 1,
            borderColor: "divider",
            typography: "caption",
            color: "text.secondary",
            fontWeight: 560,
          }}
        >
          {selecting && (
            <Box role="columnheader">
              <Checkbox
                slotProps={{ input: { "aria-label": list.selectShown } }}
                checked={Boolean(
                  selection?.isAll || (rows.length > 0 && rows.every(({ id }) => isTaken(id))),
                )}
                indeterminate={
                  Boolean(!selection?.isAll && selection?.ids.size) &&
                  !rows.every(({ id }) => isTaken(id))
                }
                onChange={(_event, isOn) =>
                  isOn ? selecting.take(rows.map(({ id }) => id)) : selecting.clear()
                }
                sx={{ p: 0.5, ml: -1 }}
              />
            </Box>
          )}
          {columns.map((column) => (
            <HeadCell key={column.name} column={column} order={order} />
          ))}
        </Box>
        <Box role="rowgroup" sx={{ position: "relative", height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const each = rows[index]!;
            return (
              <Box
                key={each.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selecting ? isTaken(each.id) : undefined}
                data-index={index}
                tabIndex={index === Math.min(active, rows.length - 1) ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={(event) => {
                  if ((event.target as HTMLElement).closest("a, button, input, label")) return;
                  if (to && !getSelection()?.toString()) void navigate(to(each));
                }}
                style={{ transform: `translateY(${start}px)`, height }}
                sx={{
                  ...row,
                  position: "absolute",
                  insetInline: 0,
                  top: 0,
                  alignItems: "center",
                  cursor: to ? "pointer" : "default",
                  borderBottom: 1,
                  borderColor: "divider",
                  "&:hover": { bgcolor: "ground.hover" },
                  "&[aria-selected=true]": { bgcolor: "primary.light" },
                  "&:focus-visible": { outlineOffset: -2 },
                }}
              >
                {selecting && (
                  <Box role="gridcell">
                    <Checkbox
                      slotProps={{ input: { "aria-label": list.select, tabIndex: -1 } }}
                      checked={isTaken(each.id)}
                      onChange={() => selecting.toggle(each.id)}
                      sx={{ p: 0.5, ml: -1 }}
                    />
                  </Box>
                )}
                {columns.map(({ name, cell }) => (
                  <Box
                    key={name}
                    role="gridcell"
                    dir="auto"
                    sx={{
                      overflow: "hidden",
                      textOverflow: "ellipsis",
                      whiteSpace: "nowrap",
                      minWidth: 0,
                    }}
                  >
                    {cell(each)}
                  </Box>
                ))}
              </Box>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}

type HeadCellProps<Row> = {
  column: Column<Row>;
  order: { by: string; choose(by: string): void } | undefined;
};

function HeadCell<Row>({ column: { title, order: sorts }, order }: HeadCellProps<Row>) {
  const { list } = useSharedWords();
  const isSorted = sorts !== undefined && order?.by === sorts;
  return (
    <Box role="columnheader" aria-sort={isSorted ? "ascending" : undefined} sx={{ minWidth: 0 }}>
      {sorts && order ? (
        <Box
          component="button"
          type="button"
          title={list.sortBy(title)}
          onClick={() => order.choose(sorts)}
          sx={{
            all: "unset",
            cursor: "pointer",
            display: "inline-flex",
            alignItems: "center",
            gap: 1,
            color: isSorted ? "text.primary" : "inherit",
            "&:focus-visible": { outline: "2px solid", outlineOffset: 2 },
          }}
        >
          {title}
          <Icon name="arrowUp" sx={{ fontSize: 14, opacity: isSorted ? 1 : 0 }} />
        </Box>
      ) : (
        title
      )}
    </Box>
  );
}
