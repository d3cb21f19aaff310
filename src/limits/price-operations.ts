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
        if (contextValue.budget.cost > 0) return; // paid for in the quick lane
        try {
          contextValue.budget.spend(cost);
          await contextValue.turn.take(cost);
        } catch (error) {
          if (error instanceof Refusal) contextValue.outcome.refusal = error;
          throw error;
        }
      },
      async willSendResponse({ response, contextValue: { budget } }) {
        if (response.body.kind !== "single" || budget.cost === 0) return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, ...costIn(budget) };
        for (const [name, value] of Object.entries(rateHeaders(budget)))
          response.http.headers.set(name, value);
      },
    };
  },
};

/** What an answer tells of its cost. */
export const costIn = ({ cost }: Budget) => ({
  cost: { requested: cost, allowed: REQUEST_BUDGET },
});

/** What is left, in the names that programs know (draft-ietf-httpapi-ratelimit-headers-03). */
export const rateHeaders = (budget: Budget) => ({
  "ratelimit-limit": String(budget.limit),
  "ratelimit-remaining": String(Math.floor(budget.remaining())),
  "ratelimit-reset": String(Math.ceil(budget.secondsToReset())),
});
