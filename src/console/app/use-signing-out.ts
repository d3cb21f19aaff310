// Signing out, and being told where it did not work: whoever believes that they are out leaves the machine to others.
import { useMutation } from "@tanstack/react-query";
import { signOut, signOutEverywhere } from "../api/sign-out";
import { tell } from "../design/toasts";
import { useSharedWords } from "../words/words";

export function useSigningOut() {
  const { frame } = useSharedWords();
  const leaving = useMutation({
    mutationFn: (isEverywhere: boolean) => (isEverywhere ? signOutEverywhere() : signOut()),
    retry: false,
    onError: () => tell({ text: frame.stillSignedIn, isFault: true }),
  });
  return { here: () => leaving.mutate(false), everywhere: () => leaving.mutate(true) };
}
