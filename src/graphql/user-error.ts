// An expected refusal, as a value: what, where, what next. It never repeats the input.
import { Field, ObjectType } from "type-graphql";
import { type ErrorCode, ErrorCodeType } from "./error-code";

@ObjectType({
  simpleResolvers: true,
  description: "Why an input was refused. Nothing was changed.",
})
export class UserError {
  @Field(() => ErrorCodeType, { description: "The reason, for programs." })
  code!: ErrorCode;

  @Field(() => String, { nullable: true, description: "The input field that it is about." })
  field!: string | null;

  @Field(() => String, { description: "The reason and what to do next, for people." })
  message!: string;
}

export const userError = (code: ErrorCode, field: string | null, message: string): UserError => ({
  code,
  field,
  message,
});
