/** A toy service of a gateway and two others: `node toy-main.ts [script of one more]`. */
import { fileURLToPath } from 'node:url';
import type { Program } from '../child.ts';
import { supervise } from '../supervise.ts';

const CHILD = fileURLToPath(new URL('./toy-child.ts', import.meta.url));

function toy(name: string, args: readonly string[] = [], script = CHILD): Program {
  return { name, script, args, env: {}, onLine: (line) => console.log(`${name} ${line}`) };
}

const [, , more] = process.argv;
await supervise(
  {
    gateway: toy('gateway', ['welcome']),
    others: [toy('one'), toy('two'), ...(more === undefined ? [] : [toy('more', [], more)])],
  },
  { say: console.log, complain: console.error, exit: process.exit },
);
