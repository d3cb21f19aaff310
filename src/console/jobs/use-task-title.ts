// What a job does, in words. A kind that has none yet goes by its own name.
import { useConsoleWords } from "../words/words";

export function useTaskTitle(): (task: string) => string {
  const titles: Record<string, string> = useConsoleWords().operator.jobs.tasks;
  return (task) => titles[task.toUpperCase()] ?? task;
}
