// One step of signing in: its title, what was refused, and the form.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { createContext, use, type FormEvent, type ReactNode } from "react";
import { useIsAway } from "../api/reachable";
import { useFaultWords } from "../design/states";
import { useSharedWords } from "../words/words";

/** Over a page that has a title of its own, it is not another one. */
export const IsOverPage = createContext(false);

type StepProps = { title: string; fault: ReactNode; submit(): void; children: ReactNode };

export function Step({ title, fault, submit, children }: StepProps) {
  const words = useSharedWords();
  const isAway = useIsAway();
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      sx={{ display: "grid", gap: 3 }}
    >
      <Typography variant="h1" component={use(IsOverPage) ? "h2" : "h1"}>
        {title}
      </Typography>
      {isAway && (
        <Alert severity="warning" role="status">
          {words.fault.away}
        </Alert>
      )}
      {fault && (
        <Alert severity="error" role="alert">
          {fault}
        </Alert>
      )}
      {children}
    </Box>
  );
}

export const FaultLine = ({ error }: { error: unknown }) => {
  const { title, detail } = useFaultWords(error);
  return detail || title;
};
