// The two walls say the same: what a schema shows is granted, and what is granted is shown or named as needed beside.
import { mergeFragments } from "../../src/access/fragment";
import { accessMatrix } from "../../src/access/matrix";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { createWorld, type World } from "../setup/world";
import { compareWalls } from "./compare";

let world: World;
beforeAll(async () => (world = await createWorld()));
afterAll(() => world.drop());

const matrix = () => {
  const schema = buildFullSchema();
  return accessMatrix(schema, mergeFragments(accessFragments, schema));
};

test("no field is shown without a grant, and no column granted that nobody is shown", async () => {
  const compared = await compareWalls(world.asOwner, matrix());
  expect(compared.differences).toEqual([]);
  expect(compared.fields).toBeGreaterThan(900);
  expect(compared.withoutColumn).toEqual([]);
});

test("a grant too many and a grant too few are both noticed", async () => {
  await world.asOwner.query("grant select (phone) on platform_users to audience_privacy_officer");
  await world.asOwner.query("revoke select (name) on prospects from audience_marketing");
  const { differences } = await compareWalls(world.asOwner, matrix());
  expect(differences).toEqual([
    {
      audience: "PRIVACY_OFFICER",
      table: "platform_users",
      column: "phone",
      problem: "granted, but not shown",
    },
    {
      audience: "MARKETING",
      table: "prospects",
      column: "name",
      problem: "shown, but not granted",
    },
  ]);
});
