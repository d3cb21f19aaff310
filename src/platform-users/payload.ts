// What changing a user answers.
import { Field, ObjectType } from "type-graphql";
import { UserError } from "../graphql/user-error";
import { PlatformUser } from "./platform-user";

@ObjectType({ simpleResolvers: true, description: "The user after the change." })
export class PlatformUserPayload {
  @Field(() => PlatformUser, { nullable: true, description: "The user." })
  platformUser!: PlatformUser | null;

  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): PlatformUserPayload => ({
  platformUser: null,
  userErrors,
});
