// The purpose follows from audience and kind; a request may narrow it, never choose another.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { AUDIENCES } from "../../src/viewer/audience";
import {
  narrow,
  PurposeNotAllowed,
  purposeOf,
  PurposeRefused,
  purposesOf,
} from "../../src/viewer/purpose";

const { marketing, user, administrator, connector, support } = STORY_PEOPLE;

test("each audience acts for a closed list of purposes", () => {
  expect(Object.fromEntries(AUDIENCES.map((name) => [name, purposesOf(name)]))).toEqual({
    PUBLIC: ["NEWSLETTER", "ANSWERING_THE_PERSON"],
    PLATFORM_USER: ["ANSWERING_THE_PERSON", "SERVICE_PERFORMANCE", "SECURITY"],
    ACCOUNT_ADMINISTRATOR: ["SERVICE_PERFORMANCE", "SECURITY"],
    SUPPORT: ["CUSTOMER_SUPPORT", "ANSWERING_THE_PERSON", "SECURITY"],
    MARKETING: ["MARKETING_AND_SALES", "NEWSLETTER", "SECURITY"],
    PRIVACY_OFFICER: ["ANSWERING_THE_PERSON", "LEGAL_OBLIGATIONS", "SECURITY"],
    OPERATOR: ["SERVICE_PERFORMANCE", "SECURITY"],
    CONTACT_SYNC: ["MARKETING_AND_SALES", "NEWSLETTER"],
    CONNECTOR: [],
    INTAKE: ["SERVICE_PERFORMANCE", "MARKETING_AND_SALES"],
    DASHBOARD: ["SERVICE_IMPROVEMENT"],
  });
});

test("marketing reads prospects for marketing and subscribers for the newsletter", () => {
  expect(purposeOf(marketing.viewer, "PROSPECT")).toBe("MARKETING_AND_SALES");
  expect(purposeOf(marketing.viewer, "SUBSCRIBER")).toBe("NEWSLETTER");
});

test("a user's own row answers the person, their administrators serve the contract", () => {
  expect(purposeOf(user.viewer, "PLATFORM_USER")).toBe("ANSWERING_THE_PERSON");
  expect(purposeOf(user.viewer, "ACCOUNT_ADMINISTRATOR")).toBe("SERVICE_PERFORMANCE");
  expect(purposeOf(administrator.viewer, "PLATFORM_USER")).toBe("SERVICE_PERFORMANCE");
});

test("a kind that is not an audience's business has no purpose", () => {
  expect(() => purposeOf(marketing.viewer, "PLATFORM_USER")).toThrow(PurposeRefused);
  expect(() => purposeOf(support.viewer, "PROSPECT")).toThrow(PurposeRefused);
  expect(() => purposeOf(connector.viewer, "ACTIVITY")).toThrow(PurposeRefused);
});

test("a narrowed request does what its purpose covers and nothing else", () => {
  const narrowed = narrow(marketing.viewer, "NEWSLETTER");
  expect(purposeOf(narrowed, "SUBSCRIBER")).toBe("NEWSLETTER");
  expect(() => purposeOf(narrowed, "PROSPECT")).toThrow(PurposeRefused);
});

test.each(["CUSTOMER_SUPPORT", "newsletter", "", "NEWSLETTER, MARKETING_AND_SALES"])(
  "marketing can't narrow itself to «%s»",
  (named) => {
    expect(() => narrow(marketing.viewer, named)).toThrow(PurposeNotAllowed);
  },
);
