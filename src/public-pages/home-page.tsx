// `/`: what this is, for whom, and where each of them goes.
import type { FastifyInstance } from "fastify";
import { type Asked, askedOf } from "./asked";
import { sendPage } from "./page";
import { Slotted } from "./slotted";

export function addHomePage(app: FastifyInstance): void {
  app.get("/", (request, reply) => {
    const asked = askedOf(request);
    return sendPage(reply, { asked, title: asked.words.home.title, children: <Home {...asked} /> });
  });
}

const Home = ({ words: { home }, hrefOf }: Asked) => (
  <>
    <p className="lead">{home.lead}</p>
    <p>{home.means}</p>
    <section id="sign-in" className="card" aria-labelledby="where">
      <h2 id="where">{home.signIn}</h2>
      <h3>{home.staff}</h3>
      <p>{home.staffMeans}</p>
      <p>
        <a href="/console">{home.staffLink}</a>
      </p>
      <h3>{home.customers}</h3>
      <p>{home.customersMeans}</p>
      <p>
        <a href="/portal">{home.customersLink}</a>
      </p>
    </section>
    <section aria-labelledby="people">
      <h2 id="people">{home.people}</h2>
      <p>
        {home.peopleMean} <a href={hrefOf("/notice")}>{home.peopleLink}</a>
      </p>
    </section>
    <section aria-labelledby="integrators">
      <h2 id="integrators">{home.integrators}</h2>
      <p>
        <Slotted
          text={home.integratorsMean}
          slots={{ graphql: <code>/graphql</code>, token: <code>/oauth/token</code> }}
        />
      </p>
      <ul>
        <Address means={home.alive} path="/livez" />
        <Address means={home.ready} path="/readyz" />
        <Address means={home.keys} path="/.well-known/jwks.json" />
        <Address means={home.auditKeys} path="/.well-known/audit-keys.json" />
      </ul>
    </section>
  </>
);

const Address = ({ means, path }: { means: string; path: string }) => (
  <li>
    {means} <a href={path}>{path}</a>
  </li>
);
