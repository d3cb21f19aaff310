// A customer's contact may be mailed about similar services, where all four conditions hold (ePrivacy Directive Art. 13(2)).
import { Checks } from "../design/form/checks";
import { choicesOf } from "../design/form/choices";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ExistingCustomerRecord } from "./people.documents";
import { CHANGED, evidenceOf, NO_EVIDENCE, RecordingDialog } from "./recording";

export function RecordExistingCustomer({ id, close }: { id: string; close(): void }) {
  const { acts } = useConsoleWords().privacy;
  const form = useForm({
    initial: { ...NO_EVIDENCE, conditions: [] as string[] },
    document: ExistingCustomerRecord,
    input: (fields) => {
      const holds = (condition: keyof typeof acts.conditions) =>
        fields.conditions.includes(condition);
      return {
        input: {
          id,
          wasObtainedWithSale: holds("wasObtainedWithSale"),
          isForSimilarServices: holds("isForSimilarServices"),
          couldObjectWhenCollected: holds("couldObjectWhenCollected"),
          canObjectInEachMail: holds("canObjectInEachMail"),
          evidence: evidenceOf(fields),
        },
      };
    },
    errorsOf: ({ existingCustomerRecord }) => existingCustomerRecord.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.existingDone });
    },
  });
  return (
    <RecordingDialog form={form} title={acts.existing} about={acts.existingAbout} close={close}>
      <Checks
        label={acts.conditionsMet}
        choices={choicesOf(acts.conditions)}
        chosen={form.fields.conditions}
        set={(conditions) => form.set({ conditions })}
      />
    </RecordingDialog>
  );
}
