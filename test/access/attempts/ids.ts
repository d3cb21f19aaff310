// Every operation with ids of others, by everybody: who has it is answered as for an id of nobody, who lacks it refused.
import { newId } from "../../../src/database/uuid";
import type { Viewer } from "../../../src/viewer/viewer";
import type { Api } from "../../setup/api";
import { answerTo, documentFor, namedIds, pairs, VIEWERS } from "../id-matrix";
import { callsOf, type IdPlace } from "../id-places";
import { idsByReach } from "../ids-by-reach";
import { contentOf } from "../whole-database";
import { type Attempt, type AttemptClass, endOf, NO_SUCH_FIELD } from "./attempt";

export const idsOfOthers: AttemptClass = {
  title: "Ids of others",
  async attempts(api, { ids }) {
    const foreign = new Map<Viewer, string[]>();
    for (const viewer of VIEWERS)
      foreign.set(viewer, (await idsByReach(api.database, viewer)).foreign.slice(0, ids));
    const foreignTo = (viewer: Viewer) => foreign.get(viewer)!;
    return [
      ...pairs(true).map(({ viewer, place }) => asked(api, viewer, place, foreignTo(viewer))),
      ...VIEWERS.map((viewer) => lacked(api, viewer, foreignTo(viewer)[0] ?? newId())),
    ];
  },
};

const asked = (api: Api, viewer: Viewer, place: IdPlace, foreign: string[]): Attempt => ({
  name: `${viewer.audience} asks ${place.name} with ${foreign.length} of them`,
  expected: "like an id of nobody",
  asksTheDatabase: true,
  async try() {
    const named = await namedIds(api, place);
    const document = documentFor(viewer, place);
    for (const { variablesWith } of callsOf(place)) {
      const answer = async (id: string) =>
        JSON.stringify(await answerTo(api, { viewer, document }, variablesWith(id), id));
      const nobodys = await answer(newId());
      for (const id of foreign.filter((each) => !named.includes(each))) {
        const got = await answer(id);
        if (got !== nobodys) return `${id}: ${got}`;
      }
    }
    return "like an id of nobody";
  },
});

function lacked(api: Api, viewer: Viewer, id: string): Attempt {
  const places = pairs(false).filter((pair) => pair.viewer === viewer);
  return {
    name: `${viewer.audience} asks ${places.length} operations that it lacks with one of them`,
    expected: `${viewer.id ? NO_SUCH_FIELD : "401 GRAPHQL_VALIDATION_FAILED"}, nothing written`,
    asksTheDatabase: false,
    async try() {
      const before = JSON.stringify(await contentOf(api.database));
      const ends = new Set<string>();
      for (const { place } of places) {
        const [call] = callsOf(place);
        const document = documentFor(viewer, place);
        ends.add(endOf(await api.asViewer(viewer)(document, call!.variablesWith(id))));
      }
      const isSame = JSON.stringify(await contentOf(api.database)) === before;
      return `${[...ends].join(", ")}, ${isSame ? "nothing written" : "something written"}`;
    },
  };
}
