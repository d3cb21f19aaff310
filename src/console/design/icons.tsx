// The icons, drawn in one hand: 24 units, a line of 1.75, the colour of the text. They say nothing that words beside
// them don't.
import SvgIcon, { type SvgIconProps } from "@mui/material/SvgIcon";

const PATHS = {
  home: "M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16.2 16.2 21 21",
  building: "M5 21V4h10v17M15 9h4v12M3 21h18M8 8h4M8 12h4M8 16h4",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.8c2.1.7 3.3 2.5 3.5 5.2",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 21c.5-4.3 3.4-6.5 7.5-6.5s7 2.2 7.5 6.5",
  star: "m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8Z",
  mail: "M3 6h18v13H3ZM3.5 6.5 12 13l8.5-6.5",
  inbox: "M4 13 6.5 5h11L20 13v6H4ZM4 13h4.5c.4 1.7 1.7 2.5 3.5 2.5s3.1-.8 3.5-2.5H20",
  upload: "M12 16V4M7 8.5 12 4l5 4.5M4 15v5h16v-5",
  download: "M12 4v12M7 11.5 12 16l5-4.5M4 15v5h16v-5",
  layers: "m12 3 9 5-9 5-9-5ZM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5",
  scale:
    "M12 4v16M7 20h10M5 7h14M5 7l-3 6.5c.5 1.7 1.6 2.5 3 2.5s2.5-.8 3-2.5ZM19 7l-3 6.5c.5 1.7 1.6 2.5 3 2.5s2.5-.8 3-2.5Z",
  book: "M5 4h10.5c2 0 3 1 3 2.5V20H7.5C6 20 5 19 5 17.5ZM5 17.5C5 16 6 15.5 7.5 15.5h11M9 8h5.5",
  handshake:
    "M3 8h4l5-2 5 2h4M7 8v7.5M21 8v8h-4M3 8v8h3l4.5 4c.8.700 1.9.600 2.5-.2L17.5 15 12.5 10.5 10 12.5c-1 .7-2.2 0-2-1",
  lock: "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  hourglass: "M7 3h10M7 21h10M8 3v4l4 5 4-5V3M8 21v-4l4-5 4 5v4",
  seal: "M12 3 5 6v5.5c0 4.5 2.8 7.7 7 9.5 4.2-1.8 7-5 7-9.5V6ZM8.8 12l2.3 2.3 4.1-4.6",
  eye: "M2.5 12C4.5 8 7.8 5.8 12 5.8S19.5 8 21.5 12c-2 4-5.3 6.2-9.5 6.2S4.5 16 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  key: "M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12.5 12H21v3.5M17 12v3",
  gear: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
  badge: "M12 12.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM5 3h14v18H5ZM8 18c.5-2.2 1.9-3.2 4-3.2s3.5 1 4 3.2",
  code: "m8.5 7-5 5 5 5M15.5 7l5 5-5 5M13.5 4.5l-3 15",
  leave: "M14 4h6v16h-6M15 12H4M8 7.5 3.5 12 8 16.5",
  check: "m5 12.5 4.5 4.5L19 7",
  close: "M6 6l12 12M18 6 6 18",
  alert: "M12 4 2.5 20h19ZM12 10v4.5M12 17v.5",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5V8",
  chevronDown: "m6 9.5 6 6 6-6",
  chevronRight: "m9.5 6 6 6-6 6",
  arrowUp: "M12 19V5M6 11l6-6 6 6",
  arrowDown: "M12 5v14M6 13l6 6 6-6",
  columns: "M4 5h16v14H4ZM9.5 5v14M14.5 5v14",
  rows: "M4 6h16M4 12h16M4 18h16",
  bookmark: "M6 4h12v16.5L12 16l-6 4.5Z",
  filter: "M3.5 5h17L14 13v6l-4 1.5V13Z",
  plus: "M12 5v14M5 12h14",
  pencil: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19ZM14 6.5 17.5 10",
  undo: "M8 5 3.5 9.5 8 14M4 9.5h10a6 6 0 0 1 0 12h-3",
  copy: "M8 8h12v12H8ZM16 8V4H4v12h4",
  link: "M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7L12 17.7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.5l3.5 2",
  question:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5c.2-1.5 1.1-2.3 2.6-2.3s2.6.900 2.6 2.3c0 2-2.6 2-2.6 4M12.1 16.5v.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  send: "M21 3 10 14M21 3l-7 18-4-7-7-4Z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, ...more }: { name: IconName } & SvgIconProps) {
  return (
    <SvgIcon fontSize="small" viewBox="0 0 24 24" {...more}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </SvgIcon>
  );
}
