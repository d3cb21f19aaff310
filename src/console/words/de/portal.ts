// All words of the portal, in German.
import { customersPeople } from "./customers-people";
import { shared } from "./shared";

export const words = { shared, portal: customersPeople };
