// The examples of whoever is signed in, beside the documentation. One that is chosen takes the editor, in a tab of its
// own if something else stands there.
import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { parse, print } from "graphql";
import { useEffect, useState } from "react";
import type { Audience } from "../api/document";
import { useViewer } from "../app/viewer";
import { Icon } from "../design/icons";
import { useGraphiqlWords, useLanguage } from "../words/words";
import type { Example } from "./examples/example";
import { EXAMPLES } from "./examples/examples";

export const examplesPane = (title: string) => ({
  title,
  icon: () => <Icon name="bookmark" />,
  content: ExamplesPane,
});

function ExamplesPane() {
  const { graphiql } = useGraphiqlWords();
  const language = useLanguage();
  const examples = useExamples(useViewer().audience);
  const choose = useChoose();
  return (
    <section className="examples" lang={document.documentElement.lang}>
      <h2>{graphiql.examples}</h2>
      <p>{graphiql.examplesDetail}</p>
      <ul>
        {examples.map(({ title, query, variables }) => (
          <li key={title.EN}>
            <button
              type="button"
              disabled={!choose}
              onClick={() => choose?.(print(parse(query)), variables)}
            >
              {title[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useExamples(audience: Audience): readonly Example[] {
  const [examples, setExamples] = useState<readonly Example[]>([]);
  useEffect(() => {
    if (audience !== "PUBLIC") void EXAMPLES[audience]().then(setExamples);
  }, [audience]);
  return examples;
}

/** Null until the editors stand. */
function useChoose() {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    ({ queryEditor, variableEditor, responseEditor }) => ({
      queryEditor,
      variableEditor,
      responseEditor,
    }),
  );
  const [last, setLast] = useState("");
  if (!queryEditor || !variableEditor || !responseEditor) return null;
  return (query: string, variables?: Example["variables"]) => {
    const standing = queryEditor.getValue();
    if (standing.trim() && standing !== last) addTab();
    queryEditor.setValue(query);
    variableEditor.setValue(variables ? JSON.stringify(variables, null, 2) : "");
    responseEditor.setValue("");
    setLast(query);
    queryEditor.focus();
  };
}
