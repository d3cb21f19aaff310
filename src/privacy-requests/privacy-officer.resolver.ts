// What the privacy officer asks: one person, the register.
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../graphql/context";
import { ListSize } from "../limits/declared-cost";
import { personSearch, PersonRecord } from "./person-search";
import { ProcessingActivity, processingRegister } from "./processing-register";

@Resolver()
export class PrivacyOfficerResolver {
  @ListSize(5)
  @Query(() => [PersonRecord], {
    description: "What we hold of the person with this address, across our own kinds.",
  })
  personSearch(
    @Arg("emailAddress", () => String, { description: "Exactly this address, in any spelling." })
    emailAddress: string,
    @Ctx() { viewer }: Context,
  ) {
    return personSearch(viewer, emailAddress);
  }

  @ListSize(20)
  @Query(() => [ProcessingActivity], {
    description: "What we process, in which role, what for and on which bases.",
  })
  processingRegister() {
    return processingRegister();
  }
}

export const privacyOfficerResolvers = [PrivacyOfficerResolver];
