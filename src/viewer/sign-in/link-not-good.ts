// One answer for every link that opens nothing: used, too old, withdrawn, altered, or never ours.
import { userError } from "../../graphql/user-error";

export const linkNotGood = (field: string) =>
  userError(
    "LINK_NOT_GOOD",
    field,
    "This link was used already, or is too old. Ask for a new one.",
  );
