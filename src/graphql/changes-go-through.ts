// What changes something is carried on for whoever goes away meanwhile, to its last read: only a query may be abandoned.
import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import type { RequestContext } from "./context";

export const changesGoThrough: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue: { viewer } }) {
        if (operation?.operation !== OperationTypeNode.QUERY) delete viewer.leaving;
      },
    };
  },
};
