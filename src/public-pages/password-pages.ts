// Where the links of invitations and password resets lead: a page that asks for a password. Opening it changes nothing;
// only its button does.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { UserError } from "../graphql/user-error";
import type { PassFormStages } from "../http/stages";
import type { Caller } from "../viewer/caller";
import { acceptInvitation } from "../viewer/invitations/accept";
import { resetPassword } from "../viewer/passwords/reset";
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from "../viewer/sign-in/password";
import { PUBLIC_VIEWER, type Viewer } from "../viewer/viewer";
import { page, PAGE_POLICY, text } from "./page";

type Verb = (
  viewer: Viewer,
  caller: Caller,
  input: { token: string; password: string },
) => Promise<UserError[]>;
type PasswordPage = { path: string; title: string; button: string; done: string; verb: Verb };

const PAGES: PasswordPage[] = [
  {
    path: "/invitation",
    title: "Accept your invitation",
    button: "Accept",
    done: "Your password is set. You can sign in with it now.",
    verb: acceptInvitation,
  },
  {
    path: "/password",
    title: "Set a new password",
    button: "Set password",
    done: "Your new password is set, and every session was ended. You can sign in with it now.",
    verb: resetPassword,
  },
];

export function addPasswordPages(app: FastifyInstance, passFormStages: PassFormStages): void {
  for (const each of PAGES) {
    app.get<{ Querystring: { token?: unknown } }>(each.path, ({ query: { token } }, reply) => {
      const form = formOf(each, typeof token === "string" ? token : "", null);
      return send(reply, 200, page(each.title, form));
    });
    app.post(each.path, async (request: FastifyRequest, reply) => {
      const { form, caller } = await passFormStages(request);
      const token = form.get("token") ?? "";
      const viewer = { ...PUBLIC_VIEWER, requestId: request.id };
      const [fault] = await each.verb(viewer, caller, {
        token,
        password: form.get("password") ?? "",
      });
      return fault
        ? send(reply, 422, page(each.title, formOf(each, token, fault.message)))
        : send(reply, 200, page(each.title, `<p role="status">${text(each.done)}</p>`));
    });
  }
}

const send = (reply: FastifyReply, status: number, html: string) =>
  reply
    .code(status)
    .header("content-security-policy", PAGE_POLICY)
    .type("text/html; charset=utf-8")
    .send(html);

const formOf = ({ path, button }: PasswordPage, token: string, fault: string | null) => `${
  fault === null ? "" : `<p class="fault" role="alert">${text(fault)}</p>\n`
}<form method="post" action="${path}">
<input type="hidden" name="token" value="${text(token)}">
<label for="password">Password</label>
<p id="rule">${PASSWORD_MINIMUM} to ${PASSWORD_MAXIMUM} characters of any kind, for example four words in a row.</p>
<input id="password" name="password" type="password" autocomplete="new-password" required autofocus
  minlength="${PASSWORD_MINIMUM}" maxlength="${PASSWORD_MAXIMUM}" aria-describedby="rule">
<button>${text(button)}</button>
</form>`;
