// A text that is taken elsewhere as it stands: in full, and copied by one button.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useSharedWords } from "../words/words";
import { Icon } from "./icons";
import { tell } from "./toasts";

export function CopiedText({ label, text }: { label: string; text: string }) {
  const { act } = useSharedWords();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => tell({ text: act.copied }));
  return (
    <Box component="section" aria-label={label} sx={{ minWidth: 0 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, mb: 1 }}>
        <Box sx={{ flex: 1, typography: "caption", fontWeight: 560, color: "text.secondary" }}>
          {label}
        </Box>
        <Button
          startIcon={<Icon name="copy" />}
          aria-label={`${act.copy}: ${label}`}
          onClick={copy}
        >
          {act.copy}
        </Button>
      </Box>
      <Box
        component="pre"
        sx={{
          m: 0,
          p: 3,
          fontSize: "0.8125rem",
          whiteSpace: "pre-wrap",
          overflowWrap: "anywhere",
          bgcolor: "ground.sunken",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
        }}
      >
        <code>{text}</code>
      </Box>
    </Box>
  );
}
