// What a person reads where a program reads a code: nothing here, too often, away for a moment, our fault with its
// reference. It says nothing that the request said.
import { fill } from "../errors/template";
import type { ShowFailure } from "../http/failures";
import { askedOf } from "./asked";
import { sendPage } from "./page";
import type { Words } from "./words/words";

type Reason = Exclude<keyof Words["failure"], "home" | "code">;

/** What isn't named is refused in the same words, whatever it was. */
const REASONS: Partial<Record<string, Reason>> = {
  NOT_FOUND: "missing",
  RATE_LIMITED: "tooOften",
  UNAVAILABLE: "away",
  DEADLINE_EXCEEDED: "away",
  INTERNAL: "fault",
  ORIGIN_NOT_ALLOWED: "foreignForm",
  EXPORT_OUTDATED: "outdated",
};

export const showFailure: ShowFailure = (failure, request, reply) => {
  const asked = askedOf(request);
  const { failure: all } = asked.words;
  const { code, status, reference, headers } = failure;
  const { title, means } = all[REASONS[code] ?? "refused"];
  const seconds = headers["retry-after"] ?? "";
  sendPage(reply, {
    asked,
    title,
    vary: "accept, accept-language",
    children: (
      <>
        <p>{fill(means, { seconds })}</p>
        {reference && (
          <p>
            <code>{reference}</code>
          </p>
        )}
        <p>
          <a href={asked.hrefOf("/")}>{all.home}</a>
        </p>
        <p className="quiet">{fill(all.code, { code, status })}</p>
      </>
    ),
  });
};
