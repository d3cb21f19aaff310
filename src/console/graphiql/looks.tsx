// GraphiQL as the house has it: its editors' colours and type, and tabs that read as such.
import { useGraphiQL, useMonaco } from "@graphiql/react";
import { useEffect } from "react";
import { EDITOR_COLOURS } from "./editor-colours";
import { useCompletionsForReaders, useTabsForReaders } from "./for-readers";

export type Colours = keyof typeof EDITOR_COLOURS;

const OPTIONS = {
  fontFamily: 'ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSize: 13,
  wordWrap: "on" as const,
  // the browser's own menu has what is needed here
  contextmenu: false,
};

export const EDITOR_THEMES = { light: "house-light", dark: "house-dark" };

export function Looks({ colours }: { colours: Colours }) {
  const monaco = useMonaco((state) => state.monaco);
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
    responseEditor,
  }));
  useTabsForReaders();
  useCompletionsForReaders();
  useEffect(() => {
    if (!monaco) return;
    monaco.editor.defineTheme(EDITOR_THEMES.light, EDITOR_COLOURS.light);
    monaco.editor.defineTheme(EDITOR_THEMES.dark, EDITOR_COLOURS.dark);
    // Monaco's palette is left out: a screen reader can't read its rows, and GraphiQL's buttons do the same
    monaco.editor.addKeybindingRule({
      keybinding: monaco.KeyCode.F1,
      command: "-editor.action.quickCommand",
    });
    monaco.editor.setTheme(EDITOR_THEMES[colours]);
  }, [monaco, colours]);
  useEffect(() => {
    for (const editor of Object.values(editors)) editor?.updateOptions(OPTIONS);
  }, [editors]);
  return null;
}
