// What support can begin with: whoever asks is found by name or whole address, and customers that are closed explain why
// their people don't get in. Nothing queues up for support here, and it says so.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Link as To } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Customers } from "../customers/customers.documents";
import { Line, Lines, NoLine } from "../design/lines";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { PlatformUsersForSupport } from "../platform-users/platform-users.documents";
import { useCountryName } from "../words/countries";
import { useConsoleWords } from "../words/words";

export const waitingForSupportAsks = [Customers, PlatformUsersForSupport];

const CLOSED_SHOWN = 5;

export function WaitingForSupport() {
  const { start: words } = useConsoleWords().support;
  return (
    <>
      <Section title={words.find}>
        <Typography>{words.nothingQueues}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mb: 3 }}>
          {words.findHow}
        </Typography>
        <Button component={To} to="/users" variant="contained" sx={{ mr: 2 }}>
          {words.toUsers}
        </Button>
        <Button component={To} to="/customers" variant="outlined" color="inherit">
          {words.toCustomers}
        </Button>
      </Section>
      <ClosedCustomers />
    </>
  );
}

function ClosedCustomers() {
  const { start: words } = useConsoleWords().support;
  const country = useCountryName();
  const answer = useAnswer(Customers, {
    first: CLOSED_SHOWN,
    filter: { state: "CLOSED" },
    orderBy: "NAME",
  });
  return (
    <Section
      title={words.closed}
      about={words.closedAbout}
      isFlush
      actions={
        answer.data?.customers.pageInfo.hasNextPage && (
          <Button component={To} to="/customers?state=CLOSED" variant="outlined" color="inherit">
            {words.allClosed}
          </Button>
        )
      }
    >
      <Answered of={answer} find={(found) => found.customers.nodes} lines={2}>
        {(closed) =>
          closed.length === 0 ? (
            <NoLine text={words.noneClosed} />
          ) : (
            <Lines name={words.closed}>
              {closed.map((customer) => (
                <Line
                  key={customer.id}
                  title={customer.name}
                  to={`/customers/${customer.id}`}
                  detail={country(customer.country) ?? customer.country}
                />
              ))}
            </Lines>
          )
        }
      </Answered>
    </Section>
  );
}
