// A user of the platform: entity and GraphQL type in one.
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum UserRole {
  ACCOUNT_ADMINISTRATOR = "ACCOUNT_ADMINISTRATOR",
  USER = "USER",
}
export enum UserState {
  ACTIVE = "ACTIVE",
  DEACTIVATED = "DEACTIVATED",
}
registerEnumType(UserRole, { name: "UserRole" });
registerEnumType(UserState, { name: "UserState" });

@ObjectType()
@Entity("platform_users")
export class PlatformUser {
  @PrimaryColumn("uuid", { name: "customer_id" })
  customerId: string;

  @Field(() => ID)
  @PrimaryColumn("uuid")
  id: string;

  @Field()
  @Column("text")
  name: string;

  @Field(() => UserRole)
  @Column("enum", { enum: UserRole })
  role: UserRole;

  @Field(() => UserState)
  @Column("enum", { enum: UserState })
  state: UserState;

  @Field()
  @Column("text", { name: "email_masked" })
  emailAddressMasked: string;

  @Field()
  @Column("timestamptz", { name: "created_at" })
  createdAt: Date;
}

@ObjectType()
export class PlatformUserConnection {
  @Field(() => [PlatformUser])
  nodes: PlatformUser[];
}

@InputType()
export class PlatformUserFilter {
  @Field(() => UserRole, { nullable: true })
  role?: UserRole;
}
