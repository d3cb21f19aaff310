// What a person set for the own screens: one set for each person, whichever roles they act in. Where nothing was set
// the defaults hold, and reading makes no row.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { holds } from "../lawfulness/personal-data";
import type { KeptLists } from "./list-preferences";

export enum Language {
  SYSTEM = "SYSTEM",
  EN = "EN",
  DE = "DE",
}
registerEnumType(Language, {
  name: "Language",
  description: "In which language pages are shown.",
  valuesConfig: {
    SYSTEM: { description: "The one that the browser asks for." },
    EN: { description: "English." },
    DE: { description: "German." },
  },
});

export enum Colours {
  SYSTEM = "SYSTEM",
  LIGHT = "LIGHT",
  DARK = "DARK",
}
registerEnumType(Colours, {
  name: "Colours",
  description: "In which colours pages are shown.",
  valuesConfig: {
    SYSTEM: { description: "Those that the device is set to." },
    LIGHT: { description: "Dark on light." },
    DARK: { description: "Light on dark." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What you set for your own screens." })
@Entity("preferences")
export class Preferences {
  /** Shown as the id, by its resolver. */
  @PrimaryColumn("uuid")
  personId!: string;

  @Field(() => Language, { description: "The language of pages." })
  @Column("enum", { enum: Language })
  language!: Language;

  @Field(() => Colours, { description: "The colours of pages." })
  @Column("enum", { enum: Colours })
  colours!: Colours;

  /** Shown as a list, by its resolver. */
  @Column("jsonb")
  lists!: KeptLists;
}

export const preferencesShape = defineRecord(Preferences, {
  table: "preferences",
  kind: "PREFERENCES",
  isPersonal: false, // one's own, and nobody else's
  key: ["personId"],
  madeOf: { id: ["personId"] },
});

holds("preferences", {
  ACCOUNT: "language colours lists",
  PSEUDONYM: "person_id",
  NONE: "customer_id",
});
