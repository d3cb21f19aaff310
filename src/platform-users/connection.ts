// The pages of users and of what they did.
import { connectionOf } from "../graphql/connection";
import { Activity } from "./activity";
import { PlatformUser } from "./platform-user";

export const PlatformUserConnection = connectionOf("PlatformUser", () => PlatformUser);
export const ActivityConnection = connectionOf("Activity", () => Activity);
