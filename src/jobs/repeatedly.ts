// A loop of the worker: a round, a pause as long as the round says, and a graceful end.

export function repeatedly(round: () => Promise<number>): { stop(): Promise<void> } {
  let isStopping = false;
  let wake: () => void = () => undefined;
  const run = async () => {
    while (!isStopping) {
      const pause = await round();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => (clearTimeout(timer), resolve());
        if (isStopping) wake();
      });
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
}
