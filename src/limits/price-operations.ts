// Where an operation is priced and paid for: after validation, before execution. Its answer says what it cost; what is left
// stands in the headers, so that two answers to the same question have the same body.
import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../graphql/context";
import { Refusal } from "../http/refusal";
import { variablesOf } from "./arguments";
import { type Budget, REQUEST_BUDGET } from "./budget";
import { costOf } from "./cost";
import { nameArguments } from "./name-arguments";

export const priceOperations: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async validationDidStart({ document }) {
        return async (errors) => nameArguments(document, errors);
      },
      async didResolveOperation({ operation, schema, document, request, contextValue }) {
        if (!operation || !schema.getRootType(operation.operation)) return;
        const variables = variablesOf(schema, operation, request.variables);
        const cost = costOf(schema, document, operation, variables);
        try {
          contextValue.budget.spend(cost);
        } catch (error) {
          if (error instanceof Refusal) contextValue.outcome.refusal = error;
          throw error;
        }
      },
      async willSendResponse({ response, contextValue: { budget } }) {
        if (response.body.kind !== "single" || budget.cost === 0) return;
        const { singleResult } = response.body;
        const cost = { requested: budget.cost, allowed: REQUEST_BUDGET };
        singleResult.extensions = { ...singleResult.extensions, cost };
        for (const [name, value] of Object.entries(headersOf(budget)))
          response.http.headers.set(name, String(value));
      },
    };
  },
};

/** In the names that programs know (draft-ietf-httpapi-ratelimit-headers-03). */
const headersOf = (budget: Budget) => ({
  "ratelimit-limit": budget.limit,
  "ratelimit-remaining": Math.floor(budget.remaining()),
  "ratelimit-reset": Math.ceil(budget.secondsToReset()),
});
