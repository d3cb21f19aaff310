// One file, dropped or chosen.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import { Icon } from "../design/icons";
import { useSizes } from "../words/sizes";
import { useConsoleWords } from "../words/words";

type FileChoiceProps = { file: File | null; choose(file: File): void; isFixed: boolean };

export function FileChoice({ file, choose, isFixed }: FileChoiceProps) {
  const { imports: words } = useConsoleWords().marketing;
  const size = useSizes();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first && !isFixed) choose(first);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        justifyContent: file ? "flex-start" : "center",
        gap: 2,
        p: 5,
        border: "1px dashed",
        borderColor: isOver ? "primary.main" : "ground.edge",
        bgcolor: isOver ? "primary.light" : "ground.sunken",
        borderRadius: 1.5,
      }}
    >
      <Icon name={file ? "book" : "upload"} sx={{ color: "text.secondary" }} />
      {file ? (
        <Box dir="auto" sx={{ flex: "1 1 12rem", minWidth: 0 }}>
          <Box sx={{ fontWeight: 560 }}>{file.name}</Box>
          <Box sx={{ typography: "body2", color: "text.secondary" }}>{size(file.size)}</Box>
        </Box>
      ) : (
        <span>{words.drop}</span>
      )}
      <Button
        variant="outlined"
        color="inherit"
        disabled={isFixed}
        onClick={() => input.current?.click()}
      >
        {file ? words.another : words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ""; // the same one again is a choice too
        }}
      />
    </Box>
  );
}
