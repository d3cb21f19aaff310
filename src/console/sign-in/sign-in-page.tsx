// The first page, for whoever isn't signed in.
import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { Brand } from "../design/brand";
import { useTitle } from "../design/page";
import { useSharedWords } from "../words/words";
import { SignInForm } from "./sign-in-form";

export function SignInPage({ door }: { door: "CONSOLE" | "PORTAL" }) {
  const { signIn } = useSharedWords();
  useTitle(signIn.title);
  return (
    <Box component="main" sx={{ minHeight: "100vh", display: "grid", placeItems: "center", p: 4 }}>
      <Box sx={{ width: "100%", maxWidth: 400 }}>
        <Brand />
        <Typography color="textSecondary" component="p" sx={{ mt: 1, mb: 5 }}>
          {door === "CONSOLE" ? signIn.toConsole : signIn.toPortal}
        </Typography>
        <Paper variant="outlined" sx={{ p: 6 }}>
          <SignInForm />
        </Paper>
      </Box>
    </Box>
  );
}
