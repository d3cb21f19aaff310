// Why a record may be processed, purpose by purpose: allowed or closed, by which basis, since and until when.
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useMoments } from "../../words/moments";
import { useSharedWords, type SharedWords } from "../../words/words";
import { Icon } from "../icons";
import { Section } from "../section";

export type Reason = {
  /** A purpose or a channel. */
  id: string;
  title: string;
  isAllowed: boolean;
  because?: string | null;
  lawfulBasis?: keyof SharedWords["lawfulBases"] | null;
  since?: string | null;
  until?: string | null;
};

type WhyPanelProps = {
  reasons: readonly Reason[];
  title?: string;
  about?: ReactNode;
  actions?: ReactNode;
};

export function WhyPanel({ reasons, title, about, actions }: WhyPanelProps) {
  const { person } = useSharedWords();
  return (
    <Section title={title ?? person.why} about={about} actions={actions} isFlush>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {reasons.map((reason) => (
          <ReasonLine key={reason.id} {...reason} />
        ))}
      </Box>
    </Section>
  );
}

function ReasonLine({ title, isAllowed, because, lawfulBasis, since, until }: Reason) {
  const { person, lawfulBases } = useSharedWords();
  const { moment } = useMoments();
  const times = [
    lawfulBasis ? lawfulBases[lawfulBasis] : null,
    since ? person.since(moment(since)) : null,
    until ? person.until(moment(until)) : null,
  ].filter(Boolean);
  return (
    <Box
      component="li"
      sx={{
        display: "grid",
        gridTemplateColumns: "1.5rem minmax(0, 1fr) auto",
        columnGap: 2,
        px: 4,
        py: 2.5,
        borderTop: 1,
        borderColor: "divider",
        alignItems: "start",
      }}
    >
      <Icon
        name={isAllowed ? "check" : "close"}
        sx={{ fontSize: 18, mt: 0.25, color: isAllowed ? "success.main" : "error.main" }}
      />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 560 }}>{title}</Box>
        {because && <Typography variant="body2">{because}</Typography>}
        {times.length > 0 && (
          <Typography variant="body2" color="textSecondary">
            {times.join(" · ")}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" sx={{ color: isAllowed ? "success.main" : "error.main" }}>
        {isAllowed ? person.open : person.closed}
      </Typography>
    </Box>
  );
}
