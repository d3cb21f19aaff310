// Every code that a client can meet, once: what it means, what is told, with which status, and what to do next. Refusals
// and errors are made from here, so that nothing else can invent a code; docs/integrators/errors.md is printed from here.

type Explained = { meaning: string; next: string };
/** `message` is a template with {slots}; without one, the meaning is told. Headers are templates too. */
type Told = Explained & { status: number; message?: string; headers?: Record<string, string> };

/** In the `userErrors` of a mutation. Their messages name the field, and are given where the input is checked. */
export const INPUT_ERRORS = {
  INVALID: {
    meaning: "The value is not of the form that the field takes.",
    next: "Give it in the form that the message names.",
  },
  REQUIRED: { meaning: "The field must be given.", next: "Give it." },
  TOO_LONG: {
    meaning: "The value is longer than the field takes.",
    next: "Shorten it, or send the rest in a request of its own.",
  },
  TOO_MANY: {
    meaning: "There are as many as there may be.",
    next: "Change or remove one that is there.",
  },
  NAMES_A_PERSON: {
    meaning: "A saved view may not remember a person: it is shared, and outlives people's records.",
    next: "Leave out names, addresses and what was searched for, and save what is left.",
  },
  NOT_FOUND: {
    meaning: "Nothing of this kind has this identifier, for you.",
    next: "Look it up again: it may be gone, or not yours.",
  },
  ALREADY_EXISTS: {
    meaning: "There is one already.",
    next: "Take the one whose identifier the message names.",
  },
  CONFLICT: {
    meaning: "Somebody else changed it meanwhile: read it again, and repeat.",
    next: "Read it again, and repeat with the version that you find.",
  },
  DUPLICATE: {
    meaning: "An earlier row of the same batch has this address.",
    next: "Nothing: the earlier row counts.",
  },
  LAST_ADMINISTRATOR: {
    meaning: "A customer keeps at least one active account administrator.",
    next: "Make somebody else one first.",
  },
  ADDRESS_OF_CONSENT: {
    meaning: "A consent was given for the address that we have, and for no other.",
    next: "Bring in the other address, on a basis of its own.",
  },
  ADDRESS_CLOSED: {
    meaning: "This address may not be brought in.",
    next: "Leave it out. Why is not said.",
  },
  NOT_CONFIRMED: {
    meaning: "Nobody becomes a subscriber without having confirmed it.",
    next: "Ask the person to confirm, or leave the row out.",
  },
  NOT_IN_USE: {
    meaning: "The tool that the file is from says that the contact is not in use.",
    next: "Leave it out, or take it into use there.",
  },
  NOT_INFORMED: {
    meaning: "The person was not told in time that we hold the data.",
    next: "Tell the person, and say on which day.",
  },
  SIGN_IN_REFUSED: {
    meaning: "You are not signed in: what was given is not right, or too old.",
    next: "Try again, sign in anew, or reset the password.",
  },
  LINK_NOT_GOOD: {
    meaning: "The link was used already, is too old, or was never ours.",
    next: "Ask for a new one.",
  },
  DUTIES_APART: {
    meaning: "One person may not hold both.",
    next: "End the other role first.",
  },
  NOT_BY_YOURSELF: {
    meaning: "Nobody changes an own role, nor confirms what they granted.",
    next: "Ask another operator.",
  },
  LAST_IN_OFFICE: {
    meaning: "Somebody else has to hold this role first.",
    next: "Grant it to somebody else, and have it confirmed.",
  },
  NO_SUCH_BASIS: {
    meaning: "The record has no basis of the form that this could act on.",
    next: "Ask `lawfulness` which bases the record has.",
  },
  NOT_IN_REGISTER: {
    meaning: "The processing register allows no such basis for this kind of record and purpose.",
    next: "Ask `processingRegister` what it allows.",
  },
  OLDER_THAN_NOTICE: {
    meaning: "The consent is older than the version of the privacy notice that it names.",
    next: "Name the version that the person could read then.",
  },
  OLDER_THAN_WITHDRAWAL: {
    meaning: "The person took a consent to this purpose back since then.",
    next: "Record what the person agreed to afterwards, if anything.",
  },
  SECURITY_GOES_ON: {
    meaning: "Nobody turns off security by objecting (GDPR Art. 18(2), 21(1)).",
    next: "Decide it as OVERRIDDEN, with the reasons.",
  },
  ABSOLUTE: {
    meaning: "An objection to direct marketing is weighed against nothing (GDPR Art. 21(3)).",
    next: "Nothing: it stands. A new consent alone opens the purpose.",
  },
  ALREADY_DECIDED: {
    meaning: "The objection was decided otherwise.",
    next: "Nothing: a decision stands.",
  },
  ERASED: {
    meaning: "The person's key was destroyed: nothing about the person is kept anew.",
    next: "Nothing: what was kept can't be read any more, and nothing more is done with it.",
  },
  NO_AGREEMENT: {
    meaning: "No agreement with this service provider is in force.",
    next: "Ask the privacy officer.",
  },
} as const satisfies Record<string, Explained>;

const INTERNAL = {
  status: 500,
  meaning: "Something unexpected went wrong on our side.",
  message: "Something went wrong on our side. Tell support this reference: {reference}",
  next: "Tell support the reference; our log has it too. A mutation is safe to repeat with its Idempotency-Key.",
} as const;

/** In the `errors` of an answer. Those without a message of ours are told in the words of the GraphQL library. */
export const OPERATION_ERRORS = {
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: "The document is not GraphQL, or has too many tokens.",
    next: "Mend the document at the place that `locations` names.",
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: "The document asks for what your schema does not have, or breaks one of its rules.",
    message: "{fault}",
    next: "Compare it with your audience's schema. Without an access token the status is 401: send one.",
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: "The document has no operation of the name that was sent, or several and no name.",
    next: "Name one operation of the document in `operationName`.",
  },
  BAD_REQUEST: {
    status: 400,
    meaning: "The operation can't be sent like this, such as a mutation by GET.",
    next: "Send mutations by POST.",
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: "A variable or an argument is not of its type, or out of its range.",
    message: "{fault}",
    next: "Mend the argument that the message names.",
  },
  FORBIDDEN: {
    status: 200,
    meaning: "You may not see this.",
    next: "Leave the field out, or ask as somebody who may.",
  },
  PURPOSE_NOT_ALLOWED: {
    status: 200,
    meaning: "This request does not act for the purpose that the operation needs.",
    message: "This request does not act for the purpose that an operation on {kind} needs.",
    next: "Leave the header x-purpose out, or name the purpose of the operation.",
  },
  NO_AGREEMENT: {
    status: 200,
    meaning: "No agreement with this service provider is in force.",
    message: "No agreement with this service provider is in force. Ask the privacy officer.",
    next: "Ask the privacy officer.",
  },
  INTERNAL: { ...INTERNAL, status: 200 },
} as const satisfies Record<string, Told>;

/** Instead of an answer: the request did not get as far as its operation. */
export const REQUEST_ERRORS = {
  BAD_REQUEST: {
    status: 400,
    meaning: "The request is not well formed.",
    message: "{fault}",
    next: "Mend what the message names.",
  },
  BATCH_NOT_ALLOWED: {
    status: 400,
    meaning: "A list of operations was sent.",
    message: "Send one operation a request, not a list of them.",
    next: "Send each operation in a request of its own.",
  },
  PREFLIGHT_REQUIRED: {
    status: 400,
    meaning: "Another site's page could have made its visitor's browser send this GET.",
    message: "Send the header apollo-require-preflight with any value, or use POST.",
    next: "Send the header or an access token, or use POST.",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 400,
    meaning: "Persisted queries are not used here.",
    message:
      "No queries are kept here: send the document in «query», without «extensions.persistedQuery».",
    next: "Send the document itself.",
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    meaning: "The operation is too long, too deep, or asks the same too often.",
    message:
      "The operation has {found} {what}; at most {allowed} are allowed. Ask for less at once.",
    next: "Ask for less at once: fewer levels, fewer aliases, fewer mutations a request.",
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    meaning: "The operation may cost more points than one request may.",
    message:
      "The operation may cost {asked} points; at most {allowed} are allowed. Ask for smaller pages or fewer levels.",
    next: "Ask for smaller pages or fewer levels.",
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    meaning: "The header Idempotency-Key is not one string of 1 to 255 visible characters.",
    message:
      "Send one Idempotency-Key of 1 to 255 visible ASCII characters, such as a new UUID, with or without quotes.",
    next: "Make a new UUID for each mutation, and send it again only to repeat that mutation.",
  },
  UNAUTHENTICATED: {
    status: 401,
    meaning: "The access token is not valid.",
    message: "{fault}",
    headers: { "www-authenticate": 'Bearer error="invalid_token"' },
    next: "Have a new access token issued.",
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    meaning: "Requests from pages of other sites are refused.",
    next: "Call from a program, or from a page of ours.",
  },
  PURPOSE_NOT_ALLOWED: {
    status: 403,
    meaning: "The header x-purpose names a purpose that this access token does not act for.",
    next: "Leave the header out, or name one of `viewer { purposes }`.",
  },
  UPLOAD_NOT_ALLOWED: {
    status: 403,
    meaning: "Your audience brings nothing in from files.",
    next: "Leave it to marketing.",
  },
  NOT_FOUND: {
    status: 404,
    meaning: "There is nothing at this address.",
    next: "Send operations to /graphql.",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning: "The address does not take this method.",
    message: "Use one of: {allow}.",
    headers: { allow: "{allow}" },
    next: "Use POST.",
  },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning: "The header Accept names no media type that we answer in.",
    message: "Accept one of: {types}.",
    next: "Accept application/json, or leave the header out.",
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    meaning: "The first request with this Idempotency-Key is still running.",
    headers: { "retry-after": "{seconds}" },
    next: "Send the same request again after the seconds that Retry-After names.",
  },
  IDEMPOTENCY_OUTCOME_UNKNOWN: {
    status: 409,
    meaning:
      "The first request with this Idempotency-Key was carried out, but its answer was lost.",
    message:
      "The first request with this Idempotency-Key was carried out, but its answer was lost. Read the object to see what it did.",
    next: "Read the object. Repeating never helps: nothing is done twice.",
  },
  EXPORT_OUTDATED: {
    status: 410,
    meaning:
      "Somebody in the file objected, left or was suppressed since it was made, or may not be used any more.",
    next: "Have it made anew with exportStart.",
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    meaning: "The request is larger than the access token may send, or than any may be.",
    message: "The request is larger than {limit}.",
    next: "Send less at once.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    meaning: "The body is of a type, charset or encoding that the address does not take.",
    message: "Send {type}.",
    next: "Send application/json in UTF-8, unencoded.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    meaning: "Another request was sent with this Idempotency-Key before.",
    message:
      "Another request was sent with this Idempotency-Key before. Send each new request with a key of its own.",
    next: "Make a new key for each mutation.",
  },
  RATE_LIMITED: {
    status: 429,
    meaning: "That was tried too often.",
    message: "That was tried too often. Try again in {seconds} seconds.",
    headers: { "retry-after": "{seconds}" },
    next: "Wait for the seconds that Retry-After names.",
  },
  INTERNAL,
  DEADLINE_EXCEEDED: {
    status: 503,
    meaning: "The operation took too long and was ended; nothing of it was kept.",
    message:
      "The operation took longer than {seconds} seconds and was ended. Ask for less at once, or again later.",
    headers: { "retry-after": "{seconds}" },
    next: "Ask for less at once, or again later.",
  },
  UNAVAILABLE: {
    status: 503,
    meaning: "The database is away, or has no connection left.",
    message: "The service is unavailable for a moment. Send the same request again shortly.",
    headers: { "retry-after": "{seconds}" },
    next: "Send the same request again after the seconds that Retry-After names.",
  },
} as const satisfies Record<string, Told>;

export type InputCode = keyof typeof INPUT_ERRORS;
export type OperationCode = keyof typeof OPERATION_ERRORS;
export type RequestCode = keyof typeof REQUEST_ERRORS;
