// Of a reader we hold a name and an e-mail address. Asked of the catalogue, so that no migration adds a third thing unseen.
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => (world = await createWorld()));
afterAll(() => world.drop());

const PERSONAL = ["name", "email_address", "email_canonical", "email_hash"];
const TECHNICAL = [
  "id",
  "created_at",
  "changed_at",
  "may_email",
  "purposes",
  "purposes_valid_until",
];

test("the table of subscribers has no personal column but name and e-mail address", async () => {
  const { rows } = await world.asOwner.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = 'subscribers'::regclass and attnum > 0 and not attisdropped",
  );
  expect(rows.map((row) => row.name).sort()).toEqual([...PERSONAL, ...TECHNICAL].sort());
});
