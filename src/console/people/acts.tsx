// What can be recorded about a record, in one menu, and the form of the one that was chosen.
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { Icon } from "../design/icons";
import { PlaceHold } from "../legal-holds/place-hold";
import { useConsoleWords } from "../words/words";
import { RecordConsent, WithdrawConsent } from "./consent";
import { DecideObjection } from "./decide-objection";
import { consentedTo, lastNotice, type Lawfulness } from "./ledger-rows";
import { RecordExistingCustomer } from "./record-existing-customer";
import { RecordObjection } from "./record-objection";
import { LiftRestriction, Restrict } from "./restrict";

type OfRecord = "OBJECT" | "RESTRICT" | "CONSENT" | "WITHDRAW" | "EXISTING" | "HOLD";
export type Act = { is: OfRecord } | { is: "DECIDE" | "LIFT"; id: string };

type ActsProps = { lawfulness: Lawfulness; act: Act | null; set(act: Act | null): void };

export function Acts({ lawfulness, act, set }: ActsProps) {
  const { acts, holds } = useConsoleWords().privacy;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const offered: [OfRecord, string][] = [
    ["OBJECT", acts.object],
    ["RESTRICT", acts.restrict],
    ["CONSENT", acts.consent],
  ];
  if (consentedTo(lawfulness.ledger).length > 0) offered.push(["WITHDRAW", acts.withdraw]);
  if (lawfulness.kind === "CUSTOMER_CONTACT") offered.push(["EXISTING", acts.existing]);
  offered.push(["HOLD", holds.place]);
  return (
    <>
      <Button
        variant="contained"
        aria-haspopup="menu"
        endIcon={<Icon name="chevronDown" />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {acts.menu}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {offered.map(([is, title]) => (
          <MenuItem
            key={is}
            onClick={() => {
              setAnchor(null);
              set({ is });
            }}
          >
            {title}
          </MenuItem>
        ))}
      </Menu>
      {act && <Form lawfulness={lawfulness} act={act} close={() => set(null)} />}
    </>
  );
}

type FormProps = { lawfulness: Lawfulness; act: Act; close(): void };

function Form({ lawfulness: { kind, id, decisions, ledger }, act, close }: FormProps) {
  const subject = { kind, id };
  // what is permitted now comes first: it is what people object to
  const purposes = [...decisions]
    .sort((one, other) => Number(other.isPermitted) - Number(one.isPermitted))
    .map(({ purpose }) => purpose);
  switch (act.is) {
    case "OBJECT":
      return <RecordObjection subject={subject} close={close} purposes={purposes} />;
    case "RESTRICT":
      return <Restrict subject={subject} close={close} />;
    case "CONSENT":
      return (
        <RecordConsent
          subject={subject}
          close={close}
          purposes={purposes}
          noticeVersion={lastNotice(ledger)}
        />
      );
    case "WITHDRAW":
      return <WithdrawConsent subject={subject} close={close} purposes={consentedTo(ledger)} />;
    case "EXISTING":
      return <RecordExistingCustomer id={id} close={close} />;
    case "HOLD":
      return <PlaceHold subject={subject} close={close} />;
    case "DECIDE":
      return <DecideObjection id={act.id} close={close} />;
    case "LIFT":
      return <LiftRestriction id={act.id} close={close} />;
  }
}
