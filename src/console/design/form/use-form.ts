// A form's fields while they are typed, what the server said about each, and one sending at a time.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Document } from "../../api/document";
import { useOnce } from "../../api/use-once";

export type UserError = { code: string; field: string | null; message: string };

/** A text of a form, as a field takes it. */
export type BoundField = { value: string; set(text: string): void; error: string | null };

/** The fields that hold a text: no list, no yes or no. */
type TextsOf<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends string ? Name : never;
}[keyof Fields] &
  string;

type FormParts<Fields, Answer, Variables> = {
  initial: Fields;
  document: Document<Answer, Variables>;
  /** What is sent of the fields. */
  input(fields: Fields): Variables;
  errorsOf(answer: Answer): readonly UserError[];
  /** Names of questions whose answers it changes. */
  changes?: readonly string[];
  done?(answer: Answer): void;
};

export function useForm<Fields extends Record<string, unknown>, Answer, Variables>({
  initial,
  document,
  input,
  errorsOf,
  changes = [],
  done,
}: FormParts<Fields, Answer, Variables>) {
  const client = useQueryClient();
  const [fields, setFields] = useState(initial);
  const [userErrors, setUserErrors] = useState<readonly UserError[]>([]);
  const sending = useMutation({
    mutationFn: useOnce<Answer, Variables>(document),
    onSuccess: async (answer) => {
      const errors = errorsOf(answer);
      setUserErrors(errors);
      if (errors.length > 0) return;
      done?.(answer);
      await Promise.all(changes.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
  const set = (changed: Partial<Fields>) => setFields((known) => ({ ...known, ...changed }));
  /** What the server said of this field. */
  const errorOf = (name: string) =>
    userErrors.find(({ field }) => field === name || field?.endsWith(`.${name}`))?.message ?? null;
  const isDirty = Object.keys(initial).some((name) => fields[name] !== initial[name]);
  return {
    fields,
    set,
    field: (name: TextsOf<Fields>): BoundField => ({
      value: fields[name] as string,
      set: (text: string) => set({ [name]: text } as Partial<Fields>),
      error: errorOf(name),
    }),
    reset: (next: Fields = initial) => {
      setFields(next);
      setUserErrors([]);
    },
    userErrors,
    errorOf,
    /** What it said of the whole, or of a field that isn't shown. */
    otherErrors: userErrors.filter(
      ({ field }) => field === null || !(field.split(".").at(-1)! in initial),
    ),
    isDirty,
    isSending: sending.isPending,
    fault: sending.error,
    send: () => {
      if (!sending.isPending) sending.mutate(input(fields));
    },
    /** Other fields than those that stand there: what was chosen instead. */
    sendAs: (next: Fields) => {
      setFields(next);
      if (!sending.isPending) sending.mutate(input(next));
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (!sending.isPending) sending.mutate(input(fields));
    },
  };
}
