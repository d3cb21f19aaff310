// The pages of prospects and of how they met us.
import { connectionOf } from "../graphql/connection";
import { Interaction } from "./interaction";
import { Prospect } from "./prospect";

export const ProspectConnection = connectionOf("Prospect", () => Prospect);
export const InteractionConnection = connectionOf("Interaction", () => Interaction);
