// One customer as an operator keeps it: whether its contract runs, its first administrator's invitation, closing,
// opening again, and the end of the contract. Whoever uses the platform for it is not an operator's business.
import Typography from "@mui/material/Typography";
import { useNavigate, useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { AskedFirst } from "../design/form/asked-first";
import { Mark, Marks } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { tell } from "../design/toasts";
import { useCountryName } from "../words/countries";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { AdministratorInvitationsOf } from "./administrator-invitations";
import { CustomerStateMark } from "./customer-state-mark";
import { Customers } from "./customers.documents";
import {
  CustomerClose,
  CustomerEndContract,
  CustomerForOperator,
  CustomerReopen,
  type CustomerForOperatorQuery,
} from "./keeping.documents";

type Customer = NonNullable<CustomerForOperatorQuery["customer"]>;

const CHANGED = [CustomerForOperator.name, Customers.name];

export function Screen() {
  const { id = "" } = useParams();
  const customer = useAnswer(CustomerForOperator, { id });
  return (
    <Answered of={customer} find={(answer) => answer.customer}>
      {(found) => <CustomerPage customer={found} />}
    </Answered>
  );
}

function CustomerPage({ customer }: { customer: Customer }) {
  const { purposes, person } = useSharedWords();
  const { customers: words } = useConsoleWords().operator;
  const country = useCountryName();
  const isActive = customer.state === "ACTIVE";
  return (
    <Page
      title={customer.name}
      about={words.oneAbout}
      actions={
        <>
          {isActive ? <Close customer={customer} /> : <Reopen customer={customer} />}
          <EndContract customer={customer} />
        </>
      }
    >
      <Section title={words.facts}>
        <Facts
          facts={[
            [words.state, <CustomerStateMark key="state" state={customer.state} />],
            [words.country, country(customer.country) ?? customer.country],
            [words.createdAt, <Day key="day" on={customer.createdAt} />],
            [
              person.mayBeUsedFor,
              <Marks key="purposes">
                {customer.permittedPurposes.map((purpose) => (
                  <Mark key={purpose} tone="OPEN">
                    {purposes[purpose]}
                  </Mark>
                ))}
              </Marks>,
            ],
          ]}
        />
      </Section>
      <AdministratorInvitationsOf customer={customer} />
    </Page>
  );
}

function Close({ customer: { id, name } }: { customer: Customer }) {
  const { customers: words } = useConsoleWords().operator;
  return (
    <AskedFirst
      title={words.close}
      question={words.closeQuestion(name)}
      document={CustomerClose}
      variables={{ input: { id } }}
      errorsOf={({ customerClose }) => customerClose.userErrors}
      changes={CHANGED}
      done={() => tell({ text: words.closed(name) })}
    >
      <Typography>{words.closeDetail}</Typography>
    </AskedFirst>
  );
}

function Reopen({ customer: { id, name } }: { customer: Customer }) {
  const { customers: words } = useConsoleWords().operator;
  return (
    <AskedFirst
      title={words.reopen}
      question={words.reopenQuestion(name)}
      document={CustomerReopen}
      variables={{ input: { id } }}
      errorsOf={({ customerReopen }) => customerReopen.userErrors}
      changes={CHANGED}
      done={() => tell({ text: words.reopened(name) })}
    >
      <Typography>{words.reopenDetail}</Typography>
    </AskedFirst>
  );
}

function EndContract({ customer: { id, name } }: { customer: Customer }) {
  const { customers: words } = useConsoleWords().operator;
  const { number } = useMoments();
  const navigate = useNavigate();
  return (
    <AskedFirst
      title={words.endContract}
      question={words.endContractQuestion(name)}
      isDangerous
      typed={{ label: words.typeName(name), text: name }}
      document={CustomerEndContract}
      variables={{ input: { id } }}
      errorsOf={({ customerEndContract }) => customerEndContract.userErrors}
      changes={CHANGED}
      done={({ customerEndContract: { closedRecords } }) => {
        tell({ text: words.contractEnded(name, number(closedRecords ?? 0)) });
        // it is out of an operator's reach from now on
        void navigate("/customers", { replace: true });
      }}
    >
      <Typography>{words.endContractDetail}</Typography>
      <Typography>{words.endContractKept}</Typography>
    </AskedFirst>
  );
}
