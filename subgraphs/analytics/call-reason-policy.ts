/** `call-reasons.yaml`: which reasons to call there are, what they make likelier, and by how much. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Of two that weigh the same, the one that comes first here. */
export const CALL_REASON_CODES = [
  'TICKET_OVERDUE',
  'SUSPENDED',
  'PAYMENT_FAILED',
  'TICKET_OPEN',
  'BILL_ISSUED',
  'ALLOWANCE_SPENT',
  'MASS_SMS',
  'USUAL',
] as const;
export type CallReasonCode = (typeof CALL_REASON_CODES)[number];

const days = z.int().min(1).max(60);
const share = z.number().gt(0).max(1);
const topic = z.string().regex(/^[A-Z_]+$/, 'must be the code of a topic');

const schema = z
  .strictObject({
    billIssueDay: z.int().min(1).max(28),
    days: z.strictObject({ billIssued: days, becameLate: days, massSms: days }),
    allowanceSpentPercent: z.number().gt(0).max(100),
    usual: z.strictObject({ months: z.int().min(1).max(24), leastContacts: z.int().min(1) }),
    marketingKinds: z.array(z.string()).readonly(),
    reasons: z.record(
      z.enum(CALL_REASON_CODES),
      z.strictObject({
        topics: z.array(topic).readonly(),
        usual: share,
        given: share,
      }),
    ),
    topics: z.record(topic, z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })),
  })
  .superRefine(({ reasons, topics }, { addIssue }) => {
    for (const [code, reason] of Object.entries(reasons)) {
      for (const unknown of reason.topics.filter((name) => topics[name] === undefined)) {
        addIssue({ code: 'custom', path: ['reasons', code], message: `${unknown} is none of the topics` });
      }
    }
  });

export type CallReasonPolicy = Readonly<z.infer<typeof schema>>;

const FILE = join(import.meta.dirname, 'call-reasons.yaml');

/** @throws Error naming every fault. */
export function readCallReasonPolicy(path = FILE): CallReasonPolicy {
  const parsed = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.') || 'all'}: ${message}`);
  throw new Error(`Faults in ${path}:\n${lines.join('\n')}`);
}
