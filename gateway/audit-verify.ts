/**
 * Says whether the record is whole: nothing changed, removed, moved or cut.
 *
 *   npm run audit:verify -- [--state DIR] [--anchor DIR] [--keys FILE] [--new-anchor]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAnchor } from '#kit/audit/anchor';
import { NO_ANCHOR, type Verdict, verifyAudit } from '#kit/audit/verify';
import { loadKeys } from '#kit/keys';

const USAGE = `Reads the whole record against its chain and its anchor, also while the service runs.
Ends with 1 where anything is wrong, and 2 where it can't be read.

  npm run audit:verify -- [options]

  --state DIR    folder of what lasts (default ./state)
  --anchor DIR   folder of the anchor (default DIR/anchor)
  --keys FILE    secrets of the service (default DIR/keys.json)
  --new-anchor   make an anchor for a record that has lost its own and is whole otherwise
`;

async function verify(): Promise<void> {
  const { values } = parseArgs({
    options: {
      state: { type: 'string', default: './state' },
      anchor: { type: 'string' },
      keys: { type: 'string' },
      'new-anchor': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { auditKey } = loadKeys(values.keys ?? join(values.state, 'keys.json'));
  const anchorDir = values.anchor ?? join(values.state, 'anchor');
  const read = (): Verdict => verifyAudit(join(values.state, 'audit.sqlite'), anchorDir, auditKey);
  const first = read();
  const isToAnchor = values['new-anchor'] && first.faults.length === 1 && first.faults[0] === NO_ANCHOR;
  if (isToAnchor) await writeAnchor(anchorDir, auditKey, first);
  say(isToAnchor ? read() : first);
}

async function writeAnchor(dir: string, auditKey: Uint8Array, { head }: Verdict): Promise<void> {
  const anchor = openAnchor(dir, auditKey, (problem) => console.error(problem));
  anchor.write({ seq: head.seq, mac: head.mac.toString('hex'), at: Date.now() });
  await anchor.close();
}

function say({ records, head, anchored, faults }: Verdict): void {
  if (faults.length === 0) {
    const mac = head.mac.toString('hex').slice(0, 16);
    console.log(`ok: ${records} records, head ${mac}, anchored up to record ${anchored?.seq}.`);
    return;
  }
  console.error(`The record is not whole. Of ${records} records read:\n  ${faults.join('\n  ')}`);
  process.exitCode = 1;
}

verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
