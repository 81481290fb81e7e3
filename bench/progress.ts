/** Says on stderr what is being done, how it went, and how long the rest will take. */
export interface Progress {
  say(text: string): void;
  /** Announces a step; the function it returns ends it with what came out. */
  step(text: string): (outcome: string) => void;
}

/** @param steps How many steps of about the same length there will be. */
export function createProgress(steps: number, secondsEach: number): Progress {
  let done = 0;
  const write = (text: string): void => {
    process.stderr.write(text);
  };
  return {
    say: (text) => write(`${text}\n`),
    step(text) {
      const left = Math.max(0, steps - done) * secondsEach;
      write(`${remaining(left).padStart(12)}  ${text.padEnd(52)}`);
      return (outcome) => {
        done++;
        write(`${outcome}\n`);
      };
    },
  };
}

function remaining(seconds: number): string {
  return seconds < 60 ? `${Math.round(seconds)} s left` : `${Math.round(seconds / 60)} min left`;
}
