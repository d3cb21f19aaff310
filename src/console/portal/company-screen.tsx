// What is held of the company: its record, its contacts, what is restricted; and the end of its contract.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Link as To } from "react-router";
import { useAnswer, usePages } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Mark, Marks } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered, Empty } from "../design/states";
import { useMoments } from "../words/moments";
import { usePortalWords, useSharedWords } from "../words/words";
import { Answering } from "./answering";
import { OurCompany, OurContacts, type OurCompanyQuery } from "./company.documents";
import { useCountries } from "./countries";
import { EndContract } from "./end-contract";

type Company = NonNullable<OurCompanyQuery["customer"]>;

const CONTACTS = 25;

export function Screen() {
  const company = useAnswer(OurCompany, {});
  return (
    <Answered of={company} find={({ customer }) => customer}>
      {(found) => <CompanyPage company={found} />}
    </Answered>
  );
}

function CompanyPage({ company }: { company: Company }) {
  const { company: words } = usePortalWords().portal;
  const [isEnding, setEnding] = useState(false);
  return (
    <Page title={words.title} about={company.name}>
      <Record company={company} />
      <Contacts />
      <Restricted company={company} />
      <Section title={words.contract} about={words.contractAbout}>
        <Button variant="outlined" color="error" onClick={() => setEnding(true)}>
          {words.end}
        </Button>
      </Section>
      {isEnding && <EndContract company={company} close={() => setEnding(false)} />}
    </Page>
  );
}

function Record({ company }: { company: Company }) {
  const { customerStates, person, purposes } = useSharedWords();
  const { company: words } = usePortalWords().portal;
  const { number } = useMoments();
  const countryOf = useCountries();
  return (
    <Section title={words.facts}>
      <Facts
        facts={[
          [words.name, company.name],
          [words.country, countryOf(company.country)],
          [
            words.state,
            <Mark key="state" tone={company.state === "ACTIVE" ? "OPEN" : "CLOSED"}>
              {customerStates[company.state]}
            </Mark>,
          ],
          [words.since, <Day key="since" on={company.createdAt} />],
          [
            words.users,
            <Link key="users" component={To} to="/users">
              {number(company.platformUserCount)}
            </Link>,
          ],
          [
            person.mayBeUsedFor,
            company.permittedPurposes.length > 0 ? (
              <Marks>
                {company.permittedPurposes.map((purpose) => (
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
    </Section>
  );
}

function Contacts() {
  const { act, list } = useSharedWords();
  const { company: words } = usePortalWords().portal;
  const pages = usePages(OurContacts, { first: CONTACTS }, ({ customer }) => customer?.contacts);
  return (
    <Section title={words.contacts} about={words.contactsAbout} isFlush>
      <Answering pages={pages}>
        {pages.rows.length === 0 && <Empty icon="people" title={words.noContacts} />}
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
          {pages.rows.map(({ id, name, role, phone, emailAddress }) => (
            <Box
              component="li"
              key={id}
              sx={{
                display: "grid",
                gridTemplateColumns: { xs: "1fr", sm: "minmax(0, 1fr) minmax(0, 1fr) 12rem" },
                columnGap: 4,
                px: 4,
                py: 2.5,
                borderTop: 1,
                borderColor: "divider",
              }}
            >
              <div>
                <Box dir="auto" sx={{ fontWeight: 560 }}>
                  {name}
                </Box>
                <Typography variant="body2" color="textSecondary">
                  {words.contactRoles[role]}
                </Typography>
              </div>
              <Link href={`mailto:${emailAddress}`}>{emailAddress}</Link>
              <span>{phone}</span>
            </Box>
          ))}
        </Box>
        {pages.hasNextPage && (
          <Button
            onClick={() => void pages.fetchNextPage()}
            disabled={pages.isFetchingNextPage}
            sx={{ m: 2 }}
          >
            {pages.isFetchingNextPage ? list.loadingMore : act.showMore}
          </Button>
        )}
      </Answering>
    </Section>
  );
}

function Restricted({ company: { restrictedRecords } }: { company: Company }) {
  const { kinds } = useSharedWords();
  const { company: words } = usePortalWords().portal;
  if (!restrictedRecords?.length) return null;
  return (
    <Section title={words.restricted} about={words.restrictedAbout}>
      <Facts
        facts={restrictedRecords.map(({ id, kind, since }) => [
          `${kinds[kind]} ${id}`,
          <Day key={id} on={since} />,
        ])}
      />
    </Section>
  );
}
