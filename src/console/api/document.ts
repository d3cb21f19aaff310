// An operation as a screen asks it: its text, the shape of its answer, and who gets one. The audiences come from the
// committed schemas, so a screen is offered exactly where its question is answered.
export type Audience =
  | "SUPPORT"
  | "MARKETING"
  | "PRIVACY_OFFICER"
  | "OPERATOR"
  | "ACCOUNT_ADMINISTRATOR"
  | "PLATFORM_USER"
  | "PUBLIC";

export type Document<Answer, Variables> = {
  name: string;
  text: string;
  /** Null: whoever is signed in. */
  audiences: readonly Audience[] | null;
  /** Never there: it carries the types. */
  types?: { answer: Answer; variables: Variables };
};

export const documentOf = <Answer, Variables>(
  name: string,
  text: string,
  audiences: readonly Audience[] | null,
): Document<Answer, Variables> => ({ name, text, audiences });

export type AnyDocument = Document<unknown, never>;

export const mayAsk = (audience: Audience, { audiences }: Pick<AnyDocument, "audiences">) =>
  audiences === null || audiences.includes(audience);
