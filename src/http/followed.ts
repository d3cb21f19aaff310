// An operation that somebody follows passes the same stages; when it is over, whoever listens is told its course. An operator
// who sends `x-timing: 1` reads in the answer where the time went; nobody else ever does.
import type { FastifyRequest } from "fastify";
import type { Leaving } from "../database/leaving";
import { beginCourse, type Course, endCourse, isFollowed, timesOf } from "../viewer/course";
import { codeOfFailure } from "./failures";
import type { Answer } from "./mend-answer";
import { type Gatekeeper, passStages } from "./stages";

export async function passFollowed(
  gate: Gatekeeper,
  request: FastifyRequest,
  leaving: Leaving,
): Promise<Answer> {
  const isAsked = request.headers["x-timing"] === "1";
  if (!isAsked && !isFollowed()) return passStages(gate, request, { leaving });
  const course = beginCourse(request.id);
  noteOrigin(course, request);
  try {
    const answer = await passStages(gate, request, { leaving, course });
    endCourse(course, outcomeOf(answer));
    return isAsked && course.audience === "OPERATOR" ? withTiming(answer, course) : answer;
  } catch (error) {
    course.outcome = undefined; // what is told counts, not what it came from
    endCourse(course, codeOfFailure(error));
    throw error;
  }
}

function noteOrigin(course: Course, { headers, raw }: FastifyRequest): void {
  const { traceparent } = headers;
  if (typeof traceparent !== "string") return;
  course.traceparent = traceparent;
  course.peer = raw.socket.remoteAddress;
}

/** Of what the executor didn't see: an answer that was kept, or a request that isn't one of GraphQL. */
const outcomeOf = ({ status }: Answer): string => (status < 400 ? "OK" : "BAD_REQUEST");

function withTiming(answer: Answer, course: Course): Answer {
  const body = JSON.parse(answer.body) as { extensions?: object };
  const { tripCount, statementCount } = course.travels;
  const timing = { ...timesOf(course), roundTrips: tripCount, statements: statementCount };
  body.extensions = { ...body.extensions, timing };
  return { ...answer, body: `${JSON.stringify(body)}\n` };
}
