// The codes of expected refusals, as the schema's enum.
import { registerEnumType } from "type-graphql";
import { INPUT_ERRORS, type InputCode } from "../errors/catalogue";

export type ErrorCode = InputCode;

export const ErrorCodeType = Object.fromEntries(
  Object.keys(INPUT_ERRORS).map((code) => [code, code]),
) as Record<ErrorCode, ErrorCode>;

registerEnumType(ErrorCodeType, {
  name: "ErrorCode",
  description: "Why an input was refused.",
  valuesConfig: Object.fromEntries(
    Object.entries(INPUT_ERRORS).map(([code, { meaning }]) => [code, { description: meaning }]),
  ),
});
