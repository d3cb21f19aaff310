// All words of the console, in English.
import { marketing } from "./marketing";
import { operator } from "./operator";
import { privacy } from "./privacy";
import { shared } from "./shared";
import { start } from "./start";
import { support } from "./support";

export const words = { shared, start, support, marketing, privacy, operator };
