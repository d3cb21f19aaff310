// What the executor knows of an operation that somebody follows: its name, when it was about to run, and with which code it
// ended. Comes after the plugin that masks errors.
import type { ApolloServerPlugin } from "@apollo/server";
import { beginExecution } from "../viewer/course";
import type { RequestContext } from "./context";

export const followOperations: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ contextValue: { viewer } }) {
    const { course } = viewer;
    if (!course) return;
    return {
      async responseForOperation({ operation }) {
        beginExecution(course, operation.name?.value, "executor");
        return null;
      },
      async willSendResponse({ response: { body } }) {
        const error = body.kind === "single" ? body.singleResult.errors?.[0] : undefined;
        if (error) course.outcome = String(error.extensions?.code);
      },
    };
  },
};
