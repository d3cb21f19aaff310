// A text as a QR code: one path, dark on light in both colour schemes, since cameras want it so.
import Box from "@mui/material/Box";
import { useMemo } from "react";
import { encode } from "uqr";

/** The quiet zone around it, in modules (ISO/IEC 18004 §6.3.8). */
const BORDER = 4;

export function QrCode({ text, title }: { text: string; title: string }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={title}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      sx={{ width: 208, height: 208, borderRadius: 1, justifySelf: "center", bgcolor: "#fff" }}
    >
      <path d={path} fill="#000" />
    </Box>
  );
}

function drawn(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border: BORDER });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { size, path };
}
