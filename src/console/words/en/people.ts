// Words about those whom marketing turns to, in English.
export const people = {
  group: "Marketing",
  prospectKinds: {
    PROSPECTIVE_CUSTOMER: "Prospective customer",
    PARTNER: "Partner",
    EVENT_PARTICIPANT: "Event participant",
    VISITOR: "Visitor",
  },
  prospectBases: {
    LEGITIMATE_INTERESTS: "Legitimate interests: we may hold it, not mail it",
    CONSENT: "Consent: the person agreed, e-mail included",
  },
  interactionKinds: {
    SITE: "On one of our sites",
    AD: "By an advertisement",
    EVENT: "At an event",
    EMAIL: "By e-mail",
  },
  mailable: "By e-mail",
  mayEmail: "Allowed",
  mayNotEmail: "Not allowed",
  createdAt: "Since",
  name: "Name",
  noName: "No name given",
  wholeAddress: "An address is found only whole.",
  prospects: {
    title: "Prospects",
    about: "People who met us and might do business with us, as far as we may market to them.",
    empty: "No prospect yet. Add one, or import a file.",
    nameStartsWith: "Name begins with",
    kind: "Relation",
    company: "Company",
    source: "Source",
    informed: "Informed of it",
    isInformed: "Informed",
    isToBeInformed: "Still to be informed",
    informedOn: "Informed on",
    toBeInformedBy: "To be informed by",
    toBeInformedBefore: "To be informed before",
    add: "New prospect",
  },
  informing: {
    mark: "Mark as informed",
    title: (count: string) =>
      count === "1" ? "Informed this person?" : `Informed these ${count} people?`,
    detail:
      "Say on which day they were informed that we hold their data (GDPR Art. 14). Who was informed already keeps the first day. Whose time is over stays closed.",
    day: "Informed on",
    tooMany: (most: number) => `At most ${most} at once. Choose fewer.`,
    done: (count: string) =>
      count === "1" ? "1 person is marked as informed." : `${count} people are marked as informed.`,
  },
  prospect: {
    edit: "Edit",
    fields: "Details",
    basis: "Basis",
    chooseBasis: "On which basis",
    consentTitle: "What the person agreed to",
    wording: "What the person was shown",
    wordingHint: "The text beside the box, word for word.",
    givenAt: "When the person agreed",
    sourceHint: "Where we have the data from. The person is told.",
    informedHint: "Leave it empty if not yet: then marketing closes after 30 days.",
    add: "Add",
    added: "The prospect is added.",
    openOther: "Open the prospect with this address",
    nobodyMet: "No meeting with us is known.",
    interactions: "How the person met us",
  },
  subscribers: {
    title: "Subscribers",
    about: "Readers to whom the newsletter may go.",
    empty: "No subscriber yet. Readers subscribe themselves; a list of confirmed ones is imported.",
  },
  contacts: {
    title: "Contacts of customers",
    about: "People at customers whom we may market to.",
    empty: "No contact yet whom we may market to.",
  },
  suppressing: {
    open: "Suppress an address",
    title: "Never mail this address again?",
    final:
      "This can't be undone. Nobody here can lift it, no import and no tool can bring the address back, and it outlasts the erasure of the person.",
    address: "E-mail address",
    purpose: "For what",
    everything: "For anything",
    purposes: {
      NEWSLETTER: "For the newsletter",
      MARKETING_AND_SALES: "For marketing and sales",
    },
    reason: "Why",
    reasonHint: "No personal data: «asked by phone», «mail came back».",
    act: "Suppress for good",
    done: "The address is suppressed.",
  },
  waiting: {
    dueTitle: "To be informed that we hold their data",
    dueSoon: (count: number, days: number) =>
      count === 1
        ? `1 prospect is to be informed within ${days} days`
        : `${count} prospects are to be informed within ${days} days`,
    missed: (count: number) =>
      count === 1
        ? "1 was not informed in time: marketing to them is closed, and stays so"
        : `${count} were not informed in time: marketing to them is closed, and stays so`,
    noneDue: "Nobody is to be informed within the next days.",
    notCounted: "Not counted yet. It is counted each night.",
    countedAt: "Counted",
    importsTitle: "Imports",
    noImports: "No import waits.",
    exportsTitle: "Exports",
    noExports: "No file is ready.",
  },
};
