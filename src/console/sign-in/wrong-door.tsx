// Signed in, but at the other door: our own people's place is the console, our customers' people's the portal.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useSigningOut } from "../app/use-signing-out";
import { useTitle } from "../design/page";
import { Notice } from "../design/states";
import { useSharedWords } from "../words/words";

export function WrongDoor({ door }: { door: "CONSOLE" | "PORTAL" }) {
  const { signIn, frame } = useSharedWords();
  const signingOut = useSigningOut();
  useTitle(signIn.wrongDoor);
  const isConsole = door === "CONSOLE";
  return (
    <Box component="main">
      <Notice
        icon="leave"
        title={signIn.wrongDoor}
        detail={isConsole ? signIn.wrongDoorConsole : signIn.wrongDoorPortal}
        action={
          <Box sx={{ display: "flex", gap: 2 }}>
            <Button variant="contained" href={isConsole ? "/portal" : "/console"}>
              {isConsole ? signIn.openPortal : signIn.openConsole}
            </Button>
            <Button variant="outlined" onClick={signingOut.here}>
              {frame.signOut}
            </Button>
          </Box>
        }
      />
    </Box>
  );
}
