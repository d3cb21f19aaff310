// Every kind of job and who does it.
import type { TaskList } from "graphile-worker";
import type { Logger } from "pino";
import { actOnMany } from "../bulk-actions/job/act-on-many";
import { computeFigures } from "../dashboards/compute-figures";
import { makeExport } from "../exports/job/make-export";
import { sweepFiles } from "../files/sweep-files";
import { importContacts } from "../imports/job/import-contacts";
import { verifyLawfulness } from "../lawfulness/compare-derivation";
import { sendMail } from "../mail/send-mail";
import { countDueToBeInformed } from "../prospects/count-due";
import { sweep } from "./sweep";

type Given = { publicUrl: string; log: Logger };

export const tasks = ({ publicUrl, log }: Given): TaskList => ({
  compute_figures: () => computeFigures(),
  count_due_to_be_informed: () => countDueToBeInformed(log),
  send_mail: (payload) => sendMail((payload as { mailId: string }).mailId, publicUrl),
  import_contacts: (payload, { job }) =>
    importContacts((payload as { importId: string }).importId, job.attempts >= job.max_attempts),
  make_export: (payload, { job }) =>
    makeExport((payload as { exportId: string }).exportId, job.attempts >= job.max_attempts),
  act_on_many: (payload, { job }) =>
    actOnMany((payload as { bulkActionId: string }).bulkActionId, job.attempts >= job.max_attempts),
  verify_lawfulness: () => verifyLawfulness(),
  sweep: async () => {
    await sweep();
    await sweepFiles();
  },
});
