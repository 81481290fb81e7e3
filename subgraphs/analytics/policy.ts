/** `policy.yaml`: weights and thresholds of the scores. Each section is checked here, and used where its score is made. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { guidancePolicy } from './rules/guidance-policy.ts';
import { opportunityPolicy, tariffPolicy } from './scoring/replay/tariff-policy.ts';
import { valuePolicy } from './scoring/value-policy.ts';

const positive = z.number().positive();
const day = z.iso.date('must be a day, YYYY-MM-DD');
const code = z.string().regex(/^[A-Z][A-Z_]*$/, 'must be a code in capitals');
/** How much an event weighs, and what it is called. */
const weighed = z.strictObject({ weight: positive, zh: z.string().min(1), en: z.string().min(1) });

const events = { halfLifeDays: positive, recordedFrom: day };

const complaints = z
  .strictObject({
    ...events,
    classes: z.record(code, weighed.extend({ topics: z.array(z.string().min(1)).min(1) })),
    other: weighed,
    factors: z.strictObject({ escalated: positive, reopened: positive, settledSatisfied: positive }),
  })
  .superRefine(({ classes }, { addIssue }) => {
    const seen = new Map<string, string>();
    for (const [name, { topics }] of Object.entries(classes)) {
      if (name === 'OTHER') addIssue({ code: 'custom', message: 'OTHER is what no class names: set other' });
      for (const topic of topics) {
        const before = seen.get(topic);
        if (before !== undefined) {
          addIssue({ code: 'custom', message: `${topic} is in two classes, ${before} and ${name}` });
        }
        seen.set(topic, name);
      }
    }
  });

const fees = z
  .strictObject({
    ...events,
    questions: z.record(
      code,
      weighed.extend({ topic: z.string().min(1), types: z.array(z.string().min(1)).min(1) }),
    ),
    billComplaint: weighed,
    downgrade: weighed,
    /** Every month has such a day. */
    billIssueDay: z.int().min(1).max(28),
    afterBillDays: z.int().min(0).max(28),
    factors: z.strictObject({ afterBill: positive }),
    dunning: z.strictObject({ hours: z.number().nonnegative(), questions: z.array(code) }),
  })
  .superRefine(({ questions, dunning }, { addIssue }) => {
    for (const name of dunning.questions) {
      if (questions[name] === undefined) {
        addIssue({ code: 'custom', path: ['dunning', 'questions'], message: `there is no question ${name}` });
      }
    }
  });

const share = z.number().min(0).max(100);
const bands = z
  .strictObject({ medium: share, high: share, highNeedsEvents: z.int().min(1) })
  .refine(({ medium, high }) => medium < high, 'medium must be below high');

/** Percent of chance to lose a line from which on the risk is called so. */
const churn = z
  .strictObject({ medium: share, high: share })
  .refine(({ medium, high }) => medium < high, 'medium must be below high');

const schema = z.strictObject({
  complaints,
  fees,
  bands,
  churn,
  value: valuePolicy,
  tariff: tariffPolicy,
  opportunities: opportunityPolicy,
  guidance: guidancePolicy,
});

export type Policy = z.infer<typeof schema>;

const OWN_FILE = fileURLToPath(new URL('policy.yaml', import.meta.url));

/**
 * @param path The project's own policy unless it says otherwise.
 * @throws Error naming every fault: a section or weight that is missing, unknown or out of range.
 */
export function readPolicy(path: string = OWN_FILE): Policy {
  const parsed = schema.safeParse(readYaml(path));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    ({ path: at, message }) => `  ${at.join('.') || 'all of it'}: ${message}`,
  );
  throw new Error(`${path} is no policy of scores:\n${lines.join('\n')}`);
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) ?? {};
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : 'unknown';
    throw new Error(`${path} cannot be read: ${why}`, { cause });
  }
}
