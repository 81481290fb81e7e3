/** A system that is down takes its own sections with it, says so, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { System } from '../embedded.ts';
import { type Answer, type Asking, openPanorama, type TestPanorama } from '../testing/test-world.ts';

interface Sections {
  readonly customer: readonly string[];
  readonly subscriber: readonly string[];
  /** What the system adds to an entity whose id crm knows: the id stays. */
  readonly payerAccount?: readonly string[];
}

/** What analytics decides by what contacts knows. Where that says that it does not know, there is still something to say. */
const DECIDED_BY_CONTACTS = ['opportunities', 'guidance'];

/** A process that is gone says nothing at all. */
function isGone(): boolean {
  return globalThis.panoramaForm === 'distributed';
}

/** Sections of the screen pop, by the system that feeds them. */
const SECTIONS: Record<Exclude<System, 'crm'>, Sections> = {
  billing: {
    customer: ['arrearsFen', 'balanceFen', 'halfYearConsumption', 'accounts'],
    subscriber: ['averageRevenueFen', 'usageMonths'],
    payerAccount: ['payMode', 'status', 'balanceFen', 'arrears', 'customer'],
  },
  analytics: {
    customer: [
      'scores',
      'warnings',
      'marketingHistory',
      'retentionHistory',
      'callReasons',
      'opportunities',
      'guidance',
    ],
    subscriber: ['churn', 'usageTrend'],
  },
  contacts: {
    customer: [
      'openMatters',
      'contacts',
      'lastTicket',
      'complaints',
      ...(isGone() ? DECIDED_BY_CONTACTS : []),
    ],
    subscriber: [],
  },
};

const CONTACTS_UNKNOWN = [
  {
    code: 'CONTACTS_UNKNOWN',
    kind: 'AVOID',
    evidence: { textZh: '未结投诉和免打扰情况暂时未知：先问是否有未解决的投诉，不做任何推荐' },
  },
];

let panorama: TestPanorama;
let whole: Answer;
let number: string;

beforeAll(async () => {
  panorama = await openPanorama();
  number = panorama.world.world.namedCases[0]?.serviceNumber ?? '';
  whole = await panorama.run('screen-pop', { number });
}, 120_000);
afterAll(() => panorama.close());

describe.each(Object.entries(SECTIONS))('when %s is down', (system, sections) => {
  let broken: Asking;
  let answer: Answer;

  beforeAll(async () => {
    broken = await panorama.without(system as System);
    answer = await broken.run('screen-pop', { number });
  });
  afterAll(() => broken.close());

  it('nulls exactly its sections and keeps every other one whole', () => {
    const expected = structuredClone(whole.data);
    for (const match of expected.customerLookup.matches) {
      for (const field of sections.customer) match.customer[field] = null;
      if (system === 'contacts' && !isGone()) match.customer.guidance = CONTACTS_UNKNOWN;
      for (const field of sections.subscriber) match.subscriber[field] = null;
      for (const field of sections.payerAccount ?? []) match.subscriber.payerAccount[field] = null;
    }

    expect(whole.errors).toBeUndefined();
    expect(answer.data).toEqual(expected);
  });

  it('names the path, the code and the system of each, and nothing internal', () => {
    const at = ['customerLookup', 'matches', 0];
    const paths = [
      ...sections.customer.map((field) => [...at, 'customer', field]),
      ...sections.subscriber.map((field) => [...at, 'subscriber', field]),
      ...toFaults(sections.payerAccount, [...at, 'subscriber', 'payerAccount']),
    ].map((path) => path.join('.'));

    expect(answer.errors?.map(({ path }) => path?.join('.')).sort()).toEqual(paths.sort());
    for (const { message, extensions } of answer.errors ?? []) {
      expect(extensions).toEqual({ code: 'SOURCE_UNAVAILABLE', retryable: true, source: system });
      expect(message).toBe(`The ${system} system is not reachable.`);
    }
  });
});

describe('when crm is down', () => {
  it('says that nobody can be looked up, not that nobody was found', async () => {
    const broken = await panorama.without('crm');
    const answer = await broken.run('screen-pop', { number });
    await broken.close();

    expect(answer).toEqual({
      data: { customerLookup: null },
      errors: [
        {
          message: 'The crm system is not reachable.',
          path: ['customerLookup'],
          extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'crm' },
        },
      ],
    });
  });
});

/**
 * An entity that a system cannot read is one fault, however many of its fields were
 * asked for. A process that is gone cannot say so: each of the fields is missed.
 */
function toFaults(fields: readonly string[] | undefined, at: readonly (string | number)[]) {
  if (!fields) return [];
  return isGone() ? fields.map((field) => [...at, field]) : [at];
}
