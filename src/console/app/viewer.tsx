// Who is signed in: each screen below may rely on it.
import { createContext, useContext, type ReactNode } from "react";
import type { SignedIn } from "../api/session";

const Context = createContext<SignedIn | null>(null);

export const ViewerIs = ({ viewer, children }: { viewer: SignedIn; children: ReactNode }) => (
  <Context value={viewer}>{children}</Context>
);

export function useViewer(): SignedIn {
  const viewer = useContext(Context);
  if (!viewer) throw new Error("Nobody is signed in here: <ViewerIs> is missing.");
  return viewer;
}
