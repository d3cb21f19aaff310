// A screen's frame: its title in the document and on the page, what can be done here, and the content.
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { createContext, useEffect, type ReactNode } from "react";
import { isolated } from "../words/isolated";
import { useSharedWords } from "../words/words";

type PageProps = {
  title: string;
  /** One line below the title. */
  about?: ReactNode;
  actions?: ReactNode;
  /** A list fills the height and scrolls within itself; everything else scrolls as a whole. */
  isFull?: boolean;
  children: ReactNode;
};

export function Page({ title, about, actions, isFull = false, children }: PageProps) {
  useTitle(title);
  return (
    <Box
      sx={{
        display: "flex",
        flexDirection: "column",
        gap: 4,
        px: { xs: 4, md: 7 },
        py: 5,
        ...(isFull ? { height: "100%", minHeight: 0 } : { maxWidth: 1180, width: "100%" }),
      }}
    >
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 4, flexWrap: "wrap" }}>
        <Box sx={{ flex: "1 1 16rem", minWidth: 0 }}>
          <Typography variant="h1" tabIndex={-1} data-heading sx={{ outline: "none" }} dir="auto">
            {title}
          </Typography>
          {about && (
            <Typography variant="body2" color="textSecondary" component="div">
              {about}
            </Typography>
          )}
        </Box>
        {actions && <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }}>{actions}</Box>}
      </Box>
      <IsWithinPage value>{children}</IsWithinPage>
    </Box>
  );
}

/** What stands within a page leaves the title to it. */
export const IsWithinPage = createContext(false);

/** Null leaves it as it is. */
export function useTitle(title: string | null): void {
  const { productName } = useSharedWords();
  useEffect(() => {
    if (title !== null) document.title = `${isolated(title)} · ${productName}`;
  }, [title, productName]);
}
