// Who am I, in which audience, and for which purposes do I act?
import { Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { fields, fragment, everyone } from "../access/fragment";
import type { Context } from "../graphql/context";
import { DeclaredPurposeType } from "../lawfulness/purpose-type";
import type { DeclaredPurpose } from "../lawfulness/purposes";
import { type Audience, AUDIENCES } from "./audience";
import { purposesOf } from "./purpose";

const AudienceType = Object.fromEntries(
  AUDIENCES.map((audience) => [audience, audience]),
) as Record<Audience, Audience>;
registerEnumType(AudienceType, {
  name: "Audience",
  description: "The role in which somebody acts.",
  valuesConfig: Object.fromEntries(
    AUDIENCES.map((a) => [
      a,
      { description: `${a.charAt(0)}${a.slice(1).toLowerCase().replaceAll("_", " ")}.` },
    ]),
  ),
});

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

  @Field(() => [DeclaredPurposeType], { description: "What the viewer acts for." })
  purposes!: DeclaredPurpose[];
}

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerInformation, { description: "Who asks, and for which purposes." })
  viewer(@Ctx() { viewer }: Context): ViewerInformation {
    const purposes = viewer.narrowedTo ? [viewer.narrowedTo] : purposesOf(viewer.audience);
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
