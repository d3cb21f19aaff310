// A screen's file may not be to be had: nobody answers, or another version was installed since the page was opened. A
// browser asks for such a file once only, so that the page is loaded anew as soon as somebody answers.
import { useEffect, useState, type ComponentType } from "react";
import { isThere, unreachable } from "../api/reachable";
import { Page } from "../design/page";
import { Waiting } from "../design/states";
import { useSharedWords } from "../words/words";
import { Broken } from "./broken";
import type { ScreenModule } from "./screen";

const ASKED_EVERY_MS = 2_000;
const JUST_LOADED_MS = 10_000;

export const componentOf = (load: () => Promise<ScreenModule>): Promise<ComponentType> =>
  load().then(
    ({ Screen }) => Screen,
    () => LoadedAnew,
  );

function LoadedAnew() {
  const { list } = useSharedWords();
  const [isInVain, setInVain] = useState(false);
  useEffect(() => {
    const look = async () => {
      if (!(await isThere())) return unreachable();
      if (wasJustLoadedAnew()) setInVain(true);
      else location.reload();
    };
    void look();
    const looking = setInterval(() => void look(), ASKED_EVERY_MS);
    return () => clearInterval(looking);
  }, []);
  if (isInVain) return <Broken />;
  return (
    <Page title={list.loading}>
      <Waiting />
    </Page>
  );
}

/** Loading it once more would end like this again. */
function wasJustLoadedAnew(): boolean {
  const [{ type } = { type: "" }] = performance.getEntriesByType("navigation") as Loading[];
  return type === "reload" && performance.now() < JUST_LOADED_MS;
}

type Loading = PerformanceEntry & { type: string };
