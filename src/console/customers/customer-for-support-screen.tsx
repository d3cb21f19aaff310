// One customer in one page, as support sees it: what it may be processed for, whom to call, who uses the platform, and
// what they did. What is restricted is said, and not shown.
import Button from "@mui/material/Button";
import { Link as To, useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Line, Lines } from "../design/lines";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { RevealedAddress } from "../design/person/revealed-address";
import { WhyPanel } from "../design/person/why-panel";
import { Section } from "../design/section";
import { Answered, Empty } from "../design/states";
import { RevealEmailAddress } from "../platform-users/platform-users.documents";
import { useCountryName } from "../words/countries";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { CustomerActivities } from "./customer-activities";
import { CustomerStateMark } from "./customer-state-mark";
import { CustomerForSupport, type CustomerForSupportQuery } from "./customers.documents";
import { RestrictedRecords } from "./restricted-records";

type Customer = NonNullable<CustomerForSupportQuery["customer"]>;

const CONTACTS_SHOWN = 50;
const USERS_SHOWN = 8;

export function Screen() {
  const { id = "" } = useParams();
  const customer = useAnswer(CustomerForSupport, {
    id,
    contactsShown: CONTACTS_SHOWN,
    usersShown: USERS_SHOWN,
  });
  return (
    <Answered of={customer} find={(answer) => answer.customer} lines={12}>
      {(found) => <CustomerPage customer={found} />}
    </Answered>
  );
}

function CustomerPage({ customer }: { customer: Customer }) {
  const { customers: words } = useConsoleWords().support;
  const { number } = useMoments();
  const country = useCountryName();
  const { id, name, platformUserCount, restrictedRecords, createdAt } = customer;
  return (
    <Page title={name} about={words.oneAbout}>
      <Section title={words.facts}>
        <Facts
          facts={[
            [words.state, <CustomerStateMark key="state" state={customer.state} />],
            [words.country, country(customer.country) ?? customer.country],
            [words.createdAt, <Day key="day" on={createdAt} />],
            [words.userCount, number(platformUserCount)],
          ]}
        />
      </Section>
      <Why customer={customer} />
      {restrictedRecords && restrictedRecords.length > 0 && (
        <RestrictedRecords records={restrictedRecords} />
      )}
      <Contacts customer={customer} />
      <Users customer={customer} />
      <CustomerActivities id={id} />
    </Page>
  );
}

function Why({ customer: { permittedPurposes } }: { customer: Customer }) {
  const { purposes } = useSharedWords();
  const { customers: words } = useConsoleWords().support;
  return (
    <WhyPanel
      title={words.why}
      about={words.whyAbout}
      reasons={permittedPurposes.map((purpose) => ({
        id: purpose,
        title: purposes[purpose],
        isAllowed: true,
        because: purpose === "CUSTOMER_SUPPORT" ? words.whyYou : null,
      }))}
    />
  );
}

function Contacts({ customer: { contacts } }: { customer: Customer }) {
  const { customers: words } = useConsoleWords().support;
  const rows = contacts?.nodes ?? [];
  return (
    <Section title={words.contacts} about={words.contactsAbout} isFlush>
      {rows.length === 0 ? (
        <Empty icon="people" title={words.noContacts} detail={words.noContactsNext} />
      ) : (
        <Lines name={words.contacts}>
          {rows.map((contact) => (
            <Line
              key={contact.id}
              title={contact.name}
              detail={[words.contactRoles[contact.role], contact.phone].filter(Boolean).join(" · ")}
              actions={
                <RevealedAddress
                  masked={contact.emailAddressMasked}
                  document={RevealEmailAddress}
                  input={{ id: contact.id, kind: "CUSTOMER_CONTACT" as const }}
                />
              }
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}

function Users({ customer: { id, platformUsers } }: { customer: Customer }) {
  const { userRoles, userStates } = useSharedWords();
  const { customers: words } = useConsoleWords().support;
  const rows = platformUsers?.nodes ?? [];
  return (
    <Section
      title={words.users}
      isFlush
      actions={
        rows.length > 0 && (
          <Button component={To} to={`/customers/${id}/users`} variant="outlined" color="inherit">
            {words.allUsers}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Empty icon="people" title={words.noUsers} detail={words.noUsersNext} />
      ) : (
        <Lines name={words.users}>
          {rows.map((user) => (
            <Line
              key={user.id}
              title={user.name}
              to={`/users/${user.id}`}
              detail={user.emailAddressMasked}
              marks={
                <>
                  <Mark>{userRoles[user.role]}</Mark>
                  {user.state === "DEACTIVATED" && (
                    <Mark tone="CLOSED">{userStates.DEACTIVATED}</Mark>
                  )}
                </>
              }
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}
