// Who am I, in which audience, and for which purposes do I act?
import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver } from "type-graphql";
import { fields, fragment, everyone } from "../access/fragment";
import type { Context } from "../graphql/context";
import { DeclaredPurposeType } from "../lawfulness/purpose-type";
import type { DeclaredPurpose } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import type { Audience } from "./audience";
import { AudienceType } from "./audience-type";
import { namesOf } from "./names";
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

  @Field(() => ID, { nullable: true, description: "The session of whoever signed in." })
  sessionId!: string | null;
}

@Resolver(() => ViewerInformation)
export class ViewerResolver {
  @Query(() => ViewerInformation, { description: "Who asks, and for which purposes." })
  viewer(@Ctx() { viewer }: Context): ViewerInformation {
    const purposes = purposesOfViewer(viewer);
    const { id, audience, customerId, sessionId } = viewer;
    return { id, audience, customerId, purposes, sessionId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The name of the person who is signed in; of no tool.",
  })
  async name(@Ctx() { viewer }: Context): Promise<string | null> {
    return (await namesOf(viewer)).name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the customer is called that the person who is signed in belongs to.",
  })
  async customerName(@Ctx() { viewer }: Context): Promise<string | null> {
    return (await namesOf(viewer)).customerName;
  }
}

export const viewerResolvers = [ViewerResolver];
export const viewerAccess = fragment({
  Query: { viewer: everyone },
  Viewer: fields("id audience customerId purposes sessionId name customerName", everyone),
  PageInfo: fields("hasNextPage endCursor", everyone),
  UserError: fields("code field message", everyone),
});
