// Who am I, in which audience, and for which purposes do I act?
import { Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { fields, fragment, everyone } from "../access/fragment";
import type { Context } from "../graphql/context";
import { DeclaredPurposeType } from "../lawfulness/purpose-type";
import type { DeclaredPurpose } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import type { Audience } from "./audience";
import { AudienceType } from "./audience-type";
import { purposesOfViewer } from "./purpose";

@ObjectType("Viewer", { simpleResolvers: true, description: "Whoever asks." })
export class ViewerInformation {
  @Field(() => ID, {
    nullable: true,
    description: "The person or client; nobody in particular has none.",
  })
  id!: string | null;

  @Field(() => AudienceType, { description: "The role in which the viewer acts." })
  audience!: Audience;

  @Field(() => ID, { nullable: true, description: "The customer whose data the viewer may reach." })
  customerId!: string | null;

  @ListSize(5)
  @Field(() => [DeclaredPurposeType], { description: "What the viewer acts for." })
  purposes!: DeclaredPurpose[];
}

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerInformation, { description: "Who asks, and for which purposes." })
  viewer(@Ctx() { viewer }: Context): ViewerInformation {
    const purposes = purposesOfViewer(viewer);
    return { id: viewer.id, audience: viewer.audience, customerId: viewer.customerId, purposes };
  }
}

export const viewerResolvers = [ViewerResolver];
export const viewerAccess = fragment({
  Query: { viewer: everyone },
  Viewer: fields("id audience customerId purposes", everyone),
  PageInfo: fields("hasNextPage endCursor", everyone),
  UserError: fields("code field message", everyone),
});
