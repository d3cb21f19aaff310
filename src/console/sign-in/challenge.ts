// What the server wants next of somebody who signs in, and how it is told: without a token, for nobody is signed in yet.
import type { Document } from "../api/document";
import { post } from "../api/post";
import type { StepFragment } from "./sign-in.documents";

export type Challenge = NonNullable<StepFragment["challenge"]>;
export type Tokens = NonNullable<StepFragment["session"]>;

export const asked = <Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
) => post(document, variables, { bearer: null });
