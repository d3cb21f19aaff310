// What the pages say in English.
import type { InputCode } from "../../errors/catalogue";

export const en = {
  product: "Zendbox Back Office",
  frame: {
    skip: "Skip to the content",
    links: "About this site",
    notice: "Privacy notice",
    signIn: "Sign in",
    language: "Language",
    languages: { en: "English", de: "Deutsch" },
    fault: "Not done",
  },
  home: {
    title: "Personal data, kept as promised",
    lead: "Zendbox Back Office holds the personal data that Zendbox works with, and sees to it that nothing happens to it but what our privacy notice says.",
    means:
      "Every record stands on a lawful basis. Whoever reads one does so for a stated purpose and leaves a trace. What the notice forbids can't be done here.",
    signIn: "Where to sign in",
    staff: "People who work at Zendbox",
    staffMeans: "Support, marketing, the privacy officer and operators.",
    staffLink: "Sign in to the console",
    customers: "People at our customers",
    customersMeans: "Account administrators, and everybody who uses the platform.",
    customersLink: "Sign in to the portal",
    people: "If we hold data about you",
    peopleMean:
      "You need no account to know where you stand: the notice says what we hold, what for, and how to ask us for it.",
    peopleLink: "Read the privacy notice",
    integrators: "For integrators",
    integratorsMean:
      "The GraphQL API answers at {graphql} to a bearer token, and shows each audience a schema of its own. Clients get their tokens at {token}.",
    alive: "Is the process alive?",
    ready: "Is it ready?",
    keys: "Keys that its tokens are signed with",
    auditKeys: "Keys that the audit is signed with",
  },
  notice: {
    title: "Privacy notice",
    updated: "Last updated on {day}.",
    overview: "In short",
  },
  password: {
    label: "New password",
    rule: "{minimum} to {maximum} characters of any kind, for example four words in a row.",
    next: "Go to where you sign in",
    /** Instead of the sentences that the verbs say, in English. */
    faults: {} as Partial<Record<InputCode, string>>,
  },
  invitation: {
    title: "Accept your invitation",
    lead: "Choose the password that you will sign in with.",
    button: "Accept",
    done: "Your password is set. You can sign in with it now.",
    again: "Whoever invited you can send the invitation again.",
  },
  reset: {
    title: "Set a new password",
    lead: "Once it is set, every session of yours ends, and the old password is good for nothing.",
    button: "Set password",
    done: "Your new password is set, and every session was ended. You can sign in with it now.",
    again: "You can ask for a new link where you sign in.",
  },
  failure: {
    home: "Go to the first page",
    code: "What programs call this: {code}, status {status}.",
    missing: {
      title: "There is nothing here",
      means:
        "The address may be misspelt, or what stood here is gone. A link in a mail can be used once, and for a limited time.",
    },
    tooOften: {
      title: "That was tried too often",
      means: "Nothing was changed. Wait {seconds} seconds, then go back and try again.",
    },
    away: {
      title: "We can't answer for a moment",
      means: "Nothing was changed. Wait some seconds, then go back and try again.",
    },
    fault: {
      title: "Something went wrong on our side",
      means: "Please try again later. If it keeps happening, tell support this reference:",
    },
    foreignForm: {
      title: "This form was not sent from our page",
      means:
        "Nothing was changed. Open the link that you were sent anew, and fill in the form there.",
    },
    outdated: {
      title: "This file may not leave any more",
      means:
        "Since it was made, somebody in it objected, left or was suppressed. Have it made anew.",
    },
    refused: {
      title: "That can't be answered like this",
      means: "Nothing was changed. Go back, and try it again from the page that you came from.",
    },
  },
};
