/** Appends until it is killed, and tells its parent of each entry that was acknowledged. */
import { openAuditTrail } from '../audit-trail.ts';
import { testEntry } from './record.ts';

process.once(
  'message',
  ({ file, anchorDir, auditKey }: Record<'file' | 'anchorDir' | 'auditKey', string>) => {
    void write(file, anchorDir, Buffer.from(auditKey, 'hex'));
  },
);

async function write(file: string, anchorDir: string, auditKey: Buffer): Promise<void> {
  const trail = await openAuditTrail({ file, anchorDir, auditKey, pseudonymKey: auditKey });
  let next = 0;
  const appendForEver = async (): Promise<void> => {
    for (;;) {
      const outcome = `OK ${next++}`;
      await trail.append(testEntry({ customers: ['1', '2'], outcome }));
      process.send?.(outcome);
    }
  };
  await Promise.all(Array.from({ length: 8 }, appendForEver));
}
