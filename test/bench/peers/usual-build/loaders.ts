// One SQL statement for all the rows that fields of one request ask for at once.
import DataLoader from "dataloader";
import { type EntityTarget, In } from "typeorm";
import { Activity } from "./activity";
import { type Contact, Prospect, Subscriber } from "./contact";
import { Customer } from "./customer";
import { dataSource } from "./data-source";
import { PlatformUser, type UserRole } from "./platform-user";

export type Loaders = ReturnType<typeof newLoaders>;

/** New ones for each request: what they keep is that request's. */
export const newLoaders = () => ({
  customers: new DataLoader(customersByIds),
  userCounts: new DataLoader(countUsers),
  users: perArguments((first: number, role: UserRole | null) => firstUsers(first, role)),
  activities: perArguments((first: number) => latestActivities(first)),
  prospects: new DataLoader(contactsWithin(Prospect, 8)),
  subscribers: new DataLoader(contactsWithin(Subscriber, 16)),
});

type Ids = readonly string[];
type Batch<T> = (ids: Ids) => Promise<T[]>;

/** The fields of a query that give the same arguments share a loader. */
function perArguments<A extends unknown[], T>(batchOf: (...args: A) => Batch<T>) {
  const loaders = new Map<string, DataLoader<string, T>>();
  return (...args: A): DataLoader<string, T> => {
    const key = JSON.stringify(args);
    const loader = loaders.get(key) ?? new DataLoader(batchOf(...args));
    loaders.set(key, loader);
    return loader;
  };
}

async function customersByIds(ids: Ids): Promise<(Customer | null)[]> {
  const rows = await dataSource.getRepository(Customer).findBy({ id: In([...ids]) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

async function countUsers(ids: Ids): Promise<number[]> {
  const rows = await dataSource
    .getRepository(PlatformUser)
    .createQueryBuilder("u")
    .select("u.customer_id", "id")
    .addSelect("count(*)::integer", "count")
    .where("u.customer_id = any(:ids)", { ids })
    .groupBy("u.customer_id")
    .getRawMany<{ id: string; count: number }>();
  const byId = new Map(rows.map(({ id, count }) => [id, count]));
  return ids.map((id) => byId.get(id) ?? 0);
}

const firstUsers =
  (first: number, role: UserRole | null): Batch<PlatformUser[]> =>
  async (ids) => {
    const rows = await dataSource
      .getRepository(PlatformUser)
      .createQueryBuilder("u")
      .where(
        `(u.customer_id, u.id) in (
          select c.id, top.id from unnest(:ids::uuid[]) as c(id) cross join lateral (
            select id from platform_users
            where customer_id = c.id ${role ? "and role = :role" : ""} order by name, id limit :first) top)`,
        { ids, role, first },
      )
      .orderBy({ "u.name": "ASC", "u.id": "ASC" })
      .getMany();
    return grouped(ids, rows);
  };

const latestActivities =
  (first: number): Batch<Activity[]> =>
  async (ids) => {
    const rows = await dataSource
      .getRepository(Activity)
      .createQueryBuilder("a")
      .where(
        `(a.customer_id, a.id) in (
          select c.id, top.id from unnest(:ids::uuid[]) as c(id) cross join lateral (
            select id from activities
            where customer_id = c.id order by occurred_at desc, id desc limit :first) top)`,
        { ids, first },
      )
      .orderBy({ "a.occurredAt": "DESC", "a.id": "DESC" })
      .getMany();
    return grouped(ids, rows);
  };

function grouped<T extends { customerId: string }>(ids: Ids, rows: readonly T[]): T[][] {
  const ofCustomer = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) ofCustomer.get(row.customerId)!.push(row);
  return ids.map((id) => ofCustomer.get(id)!);
}

/** Those who may be shown for this purpose now. */
const contactsWithin =
  <T extends Contact>(entity: EntityTarget<T>, purpose: number): Batch<T | null> =>
  async (ids) => {
    const rows = await dataSource
      .getRepository(entity)
      .createQueryBuilder("c")
      .where("c.id = any(:ids)", { ids })
      .andWhere(`(c.purposes & ${purpose}) <> 0 and c.purposes_valid_until > statement_timestamp()`)
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  };
