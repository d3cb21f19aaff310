// Development alone: whom of the story world the sign-in page offers.
import {
  STORY_CUSTOMERS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  STORY_STAFF,
  storyAddress,
  storyUserAddress,
  type StoryRole,
} from "../../seeds/story-people";

type Person = { name: string; role: StoryRole; audience: string; emailAddress: string };

const ROLES = Object.keys(STORY_PEOPLE) as StoryRole[];
const roleOf = (id: string) => ROLES.find((role) => STORY_PEOPLE[role].viewer.id === id);

/** Those whose code `npm run token -- --as ROLE --code` prints. */
const ourPeople = (): Person[] =>
  STORY_STAFF.flatMap(({ id, name, audience }) => {
    const role = roleOf(id);
    return role ? [{ name, role, audience, emailAddress: storyAddress(name) }] : [];
  });

function customersPeople(): Person[] {
  const [customer] = STORY_CUSTOMERS;
  const { administrator, user } = customer;
  return [
    {
      name: administrator.name,
      role: "administrator",
      audience: "ACCOUNT_ADMINISTRATOR",
      emailAddress: storyUserAddress(customer, administrator),
    },
    {
      name: user.name,
      role: "user",
      audience: "PLATFORM_USER",
      emailAddress: storyUserAddress(customer, user),
    },
  ];
}

/** As JSON, for the page. */
export function storyPeopleToChoose(door: "console" | "portal"): string {
  const people = door === "console" ? ourPeople() : customersPeople();
  return JSON.stringify(people.map((person) => ({ ...person, password: STORY_PASSWORD })));
}
