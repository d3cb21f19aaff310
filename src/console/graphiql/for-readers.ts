// What GraphiQL and its editor tell a screen reader wrongly, put right.
import { useGraphiQL } from "@graphiql/react";
import { useEffect, useLayoutEffect } from "react";

/**
 * It says «tab» of what holds two buttons, which a tab can't have (ARIA: its children are presentational). Here they are
 * a list of buttons, one of them current, and a region that it names.
 */
export function useTabsForReaders(): void {
  const { tabs, activeTabIndex } = useGraphiQL(({ tabs, activeTabIndex }) => ({
    tabs,
    activeTabIndex,
  }));
  useLayoutEffect(() => {
    document.querySelector(".graphiql-tabs")?.setAttribute("role", "list");
    document.getElementById("graphiql-session")?.setAttribute("role", "region");
    document.querySelectorAll(".graphiql-tab").forEach((holder, index) => {
      holder.setAttribute("role", "listitem");
      holder.removeAttribute("aria-selected");
      const button = holder.querySelector(".graphiql-tab-button");
      button?.setAttribute("aria-current", String(index === activeTabIndex));
    });
  }, [tabs, activeTabIndex]);
}

const CURRENT = "aria-activedescendant";

/** The list of completions names a row that isn't there; the text field, where the keyboard is, names the right one. */
export function useCompletionsForReaders(): void {
  useEffect(() => {
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const list = (target as HTMLElement).closest(".suggest-widget .monaco-list");
        const named = list?.getAttribute(CURRENT);
        if (named && !document.getElementById(named)) list?.removeAttribute(CURRENT);
      }
    });
    observer.observe(document.body, { subtree: true, attributeFilter: [CURRENT, "id"] });
    return () => observer.disconnect();
  }, []);
}
