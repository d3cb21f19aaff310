// An act that asks first: its button, the question with what will happen, and what the server said. Where it can't be
// undone, a name has to be typed.
import Button from "@mui/material/Button";
import { useState, type ReactNode } from "react";
import type { Document } from "../../api/document";
import { readsTheSame } from "../../words/isolated";
import { Icon, type IconName } from "../icons";
import { FormDialog } from "./dialog";
import { Field } from "./field";
import { useForm, type UserError } from "./use-form";

type AskedFirstProps<Answer, Variables> = {
  /** On the button; the dialog's button says `act`, or the same. */
  title: string;
  act?: string;
  icon?: IconName;
  question: string;
  children: ReactNode;
  document: Document<Answer, Variables>;
  variables: Variables;
  errorsOf(answer: Answer): readonly UserError[];
  changes?: readonly string[];
  done?(answer: Answer): void;
  isDangerous?: boolean;
  /** Has to be typed as it stands here. */
  typed?: { label: string; text: string };
};

export function AskedFirst<Answer, Variables>({
  title,
  act = title,
  icon,
  question,
  children,
  document,
  variables,
  errorsOf,
  changes = [],
  done,
  isDangerous = false,
  typed,
}: AskedFirstProps<Answer, Variables>) {
  const [isAsked, setAsked] = useState(false);
  const form = useForm({
    initial: { typed: "" },
    document,
    input: () => variables,
    errorsOf,
    changes,
    done: (answer) => {
      setAsked(false);
      done?.(answer);
    },
  });
  const open = () => {
    form.reset();
    setAsked(true);
  };
  return (
    <>
      <Button
        variant="outlined"
        color={isDangerous ? "error" : "inherit"}
        startIcon={icon && <Icon name={icon} />}
        onClick={open}
      >
        {title}
      </Button>
      <FormDialog
        isOpen={isAsked}
        title={question}
        close={() => setAsked(false)}
        act={act}
        form={form}
        isDangerous={isDangerous}
        isBlocked={typed !== undefined && !readsTheSame(form.fields.typed, typed.text)}
      >
        {children}
        {typed && (
          <Field
            label={typed.label}
            value={form.fields.typed}
            set={(text) => form.set({ typed: text })}
            isFocused
          />
        )}
      </FormDialog>
    </>
  );
}
