// The word mark: a Z as a path between two walls.
import Box from "@mui/material/Box";
import { useSharedWords } from "../words/words";

export const Brand = () => (
  <Box
    component="span"
    sx={{
      display: "inline-flex",
      alignItems: "center",
      gap: 2,
      fontWeight: 640,
      letterSpacing: "-0.01em",
    }}
  >
    <Box
      component="svg"
      viewBox="0 0 24 24"
      aria-hidden
      sx={{ width: 22, height: 22, flex: "none" }}
    >
      <Box
        component="path"
        d="M2.5 3v18M21.5 3v18"
        sx={{ stroke: "currentColor", strokeWidth: 2 }}
      />
      <Box
        component="path"
        d="M7 6h10L7 18h10"
        sx={{ fill: "none", color: "primary.main", strokeWidth: 2.5 }}
        stroke="currentColor"
      />
    </Box>
    {useSharedWords().productName}
  </Box>
);
