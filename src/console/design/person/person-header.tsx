// The head of a person's page, the same for every kind: who, which kind, the address as far as it is shown, and what
// the record may be processed for now.
import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { useSharedWords } from "../../words/words";
import { Facts, type Fact } from "../facts";
import { Mark, Marks } from "../mark";

type PersonHeaderProps = {
  kind: keyof ReturnType<typeof useSharedWords>["kinds"];
  /** A state worth a word: deactivated, closed. */
  state?: ReactNode;
  address: ReactNode;
  permittedPurposes: readonly Purpose[];
  facts?: readonly Fact[];
};

type Purpose = keyof ReturnType<typeof useSharedWords>["purposes"];

export function PersonHeader({
  kind,
  state,
  address,
  permittedPurposes,
  facts = [],
}: PersonHeaderProps) {
  const { kinds, person, purposes } = useSharedWords();
  return (
    <Box
      sx={{
        border: 1,
        borderColor: "divider",
        borderRadius: 1.5,
        bgcolor: "background.paper",
        p: 4,
        display: "grid",
        gap: 3,
      }}
    >
      <Marks>
        <Mark>{kinds[kind]}</Mark>
        {state}
      </Marks>
      <Facts
        facts={[
          [person.emailAddress, address],
          ...facts,
          [
            person.mayBeUsedFor,
            permittedPurposes.length > 0 ? (
              <Marks>
                {permittedPurposes.map((purpose) => (
                  <Mark key={purpose} tone="OPEN">
                    {purposes[purpose]}
                  </Mark>
                ))}
              </Marks>
            ) : (
              <Mark tone="CLOSED">{person.nothingPermitted}</Mark>
            ),
          ],
        ]}
      />
    </Box>
  );
}
