// What platform users did, as our own platform and app report it. Settings are changed by administrators and
// rarely, so that some months have too few people for a figure.
import { type Random, randomFor } from "./random";
import { workingMoment } from "./story-clock";
import type { SeededUser } from "./platform-users";

type ActivityKind =
  | "SIGNED_IN"
  | "CALL_REVIEWED"
  | "REPORT_VIEWED"
  | "COMMENT_ADDED"
  | "EXPORT_STARTED"
  | "SETTING_CHANGED";

/** The share of each kind of activity; the rest are `SIGNED_IN`. */
const SHARES: readonly (readonly [ActivityKind, number])[] = [
  ["CALL_REVIEWED", 0.3],
  ["REPORT_VIEWED", 0.17],
  ["COMMENT_ADDED", 0.1],
  ["EXPORT_STARTED", 0.02],
];
const ADMINISTRATORS_SETTING_SHARE = 0.04;

export function storyActivities(users: readonly SeededUser[]) {
  const random = randomFor("activities");
  const happenings = users.flatMap((user) =>
    Array.from({ length: random.between(14, 40) }, (_, index) => ({
      user,
      kind: index === 0 ? ("SIGNED_IN" as const) : kindOf(random, user),
      at: index === 0 ? user.from : workingMoment(random, user.from, user.until),
    })),
  );
  happenings.sort((a, b) => a.at - b.at);
  return happenings.map(({ user, kind, at }, index) => {
    const source = random.chance(0.2) ? "APP" : "PLATFORM";
    return {
      customerId: user.customerId,
      id: random.id(at),
      platformUserId: user.id,
      kind,
      occurredAt: new Date(at),
      source,
      sourceId: `${source.toLowerCase()}-${index + 1}`,
      recordedAt: new Date(at + random.between(1, 20) * 1000),
    };
  });
}

function kindOf(random: Random, user: SeededUser): ActivityKind {
  if (user.isAdministrator && random.chance(ADMINISTRATORS_SETTING_SHARE)) return "SETTING_CHANGED";
  let left = random.fraction();
  for (const [kind, share] of SHARES) {
    if (left < share) return kind;
    left -= share;
  }
  return "SIGNED_IN";
}
