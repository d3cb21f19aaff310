// Every kind of job and who does it.
import type { TaskList } from "graphile-worker";
import { computeFigures } from "../dashboards/compute-figures";
import { sendMail } from "../mail/send-mail";
import { sweep } from "./sweep";

export const tasks = ({ publicUrl }: { publicUrl: string }): TaskList => ({
  compute_figures: () => computeFigures(),
  send_mail: (payload) => sendMail((payload as { mailId: string }).mailId, publicUrl),
  sweep: () => sweep(),
});
