// The database as TypeORM sees it, with as many connections as the others have.
import { DataSource } from "typeorm";
import { Activity } from "./activity";
import { Prospect, Subscriber } from "./contact";
import { ContactChange } from "./contact-change";
import { Customer } from "./customer";
import { PlatformUser } from "./platform-user";

export const dataSource = new DataSource({
  type: "postgres",
  url: process.env.DATABASE_URL,
  poolSize: 16,
  entities: [Customer, PlatformUser, Activity, ContactChange, Prospect, Subscriber],
});
