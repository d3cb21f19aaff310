// Where the links of invitations and password resets lead: a page that asks for a password. Opening it changes nothing;
// only its button does.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fill } from "../errors/template";
import type { UserError } from "../graphql/user-error";
import type { PassFormStages } from "../http/stages";
import type { Caller } from "../viewer/caller";
import { acceptInvitation } from "../viewer/invitations/accept";
import { resetPassword } from "../viewer/passwords/reset";
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from "../viewer/sign-in/password";
import { PUBLIC_VIEWER, type Viewer } from "../viewer/viewer";
import { type Asked, askedOf } from "./asked";
import { sendPage } from "./page";

type Verb = (
  viewer: Viewer,
  caller: Caller,
  input: { token: string; password: string },
) => Promise<UserError[]>;
type PasswordPage = { path: string; says: "invitation" | "reset"; verb: Verb };

const PAGES: PasswordPage[] = [
  { path: "/invitation", says: "invitation", verb: acceptInvitation },
  { path: "/password", says: "reset", verb: resetPassword },
];

export function addPasswordPages(app: FastifyInstance, passFormStages: PassFormStages): void {
  for (const page of PAGES) {
    app.get<{ Querystring: { token?: unknown } }>(page.path, (request, reply) => {
      const token = carriedOn(request.query.token);
      const asked = askedOf(request, token ? { token } : {});
      const { title, lead } = asked.words[page.says];
      return sendPage(reply, {
        asked,
        title,
        children: (
          <>
            <p>{lead}</p>
            <PasswordForm asked={asked} page={page} token={token} fault={null} />
          </>
        ),
      });
    });
    app.post(page.path, async (request: FastifyRequest, reply) => {
      const { form, caller } = await passFormStages(request);
      const given = form.get("token") ?? "";
      const token = carriedOn(given);
      const asked = askedOf(request, token ? { token } : {});
      const { title, done } = asked.words[page.says];
      const viewer = { ...PUBLIC_VIEWER, requestId: request.id };
      const [fault] = await page.verb(viewer, caller, {
        token: given,
        password: form.get("password") ?? "",
      });
      if (!fault) return sendPage(reply, { asked, title, children: <Done {...{ asked, done }} /> });
      return sendPage(reply.code(422), {
        asked,
        title,
        isFault: true,
        children: <Refused {...{ asked, page, token, fault }} />,
      });
    });
  }
}

/** Longer than any token of ours: what is longer opens nothing, and isn't put into a page. */
const TOKEN_MAXIMUM = 300;

const carriedOn = (given: unknown): string =>
  typeof given === "string" && given.length <= TOKEN_MAXIMUM ? given : "";

const Done = ({ asked, done }: { asked: Asked; done: string }) => (
  <>
    <p className="told" role="status">
      {done}
    </p>
    <ToSignIn {...asked} />
  </>
);

const ToSignIn = ({ words, hrefOf }: Asked) => (
  <p>
    <a href={hrefOf("/#sign-in")}>{words.password.next}</a>
  </p>
);

type FormProps = { asked: Asked; page: PasswordPage; token: string };

/** With the form again, unless its link is the fault: then with how to get another. */
const Refused = ({ fault, ...form }: FormProps & { fault: UserError }) => (
  <>
    <Fault asked={form.asked} fault={fault} />
    {fault.field === "password" ? (
      <PasswordForm {...form} fault={fault} />
    ) : (
      <>
        <p>{form.asked.words[form.page.says].again}</p>
        <ToSignIn {...form.asked} />
      </>
    )}
  </>
);

/** In the page's language where it has words for the code, else as the verb said it. */
function Fault({ asked: { words }, fault }: { asked: Asked; fault: UserError }) {
  const own = words.password.faults[fault.code];
  return (
    <p className="fault" id="fault" role="alert" lang={own ? undefined : "en-GB"}>
      {own ?? fault.message}
    </p>
  );
}

function PasswordForm({ asked, page, token, fault }: FormProps & { fault: UserError | null }) {
  const { words, hrefOf } = asked;
  const lengths = { minimum: PASSWORD_MINIMUM, maximum: PASSWORD_MAXIMUM };
  return (
    <form method="post" action={hrefOf(page.path)}>
      <input type="hidden" name="token" value={token} readOnly />
      <label htmlFor="password">{words.password.label}</label>
      <p className="hint" id="rule">
        {fill(words.password.rule, lengths)}
      </p>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        autoFocus={fault !== null}
        minLength={PASSWORD_MINIMUM}
        maxLength={PASSWORD_MAXIMUM}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? "fault rule" : "rule"}
      />
      <button type="submit">{words[page.says].button}</button>
    </form>
  );
}
