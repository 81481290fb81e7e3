import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { askerOf } from './testing/ask-boss.ts';
import { createOperatorFiles, type OperatorFiles } from './testing/operator-files.ts';
import { BILLING, CRM, NOW } from './testing/rows.ts';

let files: OperatorFiles;
beforeAll(async () => {
  files = await createOperatorFiles({ crm: CRM, billing: BILLING });
});
afterAll(() => files.remove());

function run(...options: string[]): ChildProcess {
  const main = join(import.meta.dirname, 'main.ts');
  return spawn(process.execPath, [main, '--data', files.dataDir, '--port', '0', ...options]);
}

async function firstLine(stream: Readable | null): Promise<string> {
  const [line] = await once(createInterface({ input: stream as Readable }), 'line');
  return line;
}

/** Without any, the process is over when its first line is read. */
const exitOf = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode ?? (await once(child, 'exit'))[0];

it('says one line when it is ready, answers at the moment of the operator, and stops when told', async () => {
  const crm = new BetterSqlite3(join(files.dataDir, 'crm.sqlite'));
  crm.exec('create table world (now text)');
  crm.prepare('insert into world values (?)').run(NOW);
  crm.close();

  const child = run('--charset', 'GB18030');
  const line = await firstLine(child.stdout);
  expect(line).toMatch(/^The made-up BOSS, with synthetic data alone, answers at http:\/\/127\.0\.0\.1:\d+$/);
  const ask = askerOf(/http:\S+/.exec(line)?.[0] ?? '');
  const { headers, content } = await ask('KF1006', { AcctID: '4001' });
  expect(headers['content-type']).toBe('text/xml; charset=GB18030');
  expect(content).toMatchObject({ ArrearageFee: '108.10' });
  expect(
    (await ask('KF1011', { Action: 'CHECK', SubscrbID: '2001', PasswordBlock: 'x' })).envelope,
  ).toMatchObject({
    Response: { RspType: '1' },
  });

  const exit = exitOf(child);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

it.each([
  ['--now', 'yesterday'],
  ['--port', '70000'],
  ['--charset', 'KOI8'],
  ['--data', '/nowhere'],
])('refuses %s %s', async (option, value) => {
  const child = run(option, value);
  const exit = exitOf(child);
  expect(await firstLine(child.stderr)).not.toBe('');
  expect(await exit).toBe(1);
});
