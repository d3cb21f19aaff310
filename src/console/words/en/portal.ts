// All words of the portal, in English.
import { customersPeople } from "./customers-people";
import { shared } from "./shared";

export const words = { shared, portal: customersPeople };
