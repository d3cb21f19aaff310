// The api as it is installed, but for the guards that the benchmark names: they are gone before the program is loaded.
import "../../../src/production";
import "reflect-metadata";
import type { Change } from "./forms";
import { takeOff } from "./taking-off";

takeOff((process.env.GUARDS_OFF ?? "").split(" ").filter(Boolean) as Change[]);
process.argv[2] = "api";
void import("../../../src/main.js");
