import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { memoryTrail } from '#kit/testing/trail';
import { testViewer } from '#kit/testing/viewer';
import { loadRoles } from '../schema/tools/roles.ts';
import { createRecorder } from './recorder.ts';

const roles = loadRoles(join(import.meta.dirname, '..'));
const NAME = ['Customer.name'];
const agent = testViewer({ subject: 'A000001', role: 'HOTLINE_AGENT', purpose: 'COMPLAINT' });

function setUp() {
  const trail = memoryTrail();
  const reported: object[] = [];
  const now = (): number => Date.UTC(2026, 10, 20, 2, 30);
  const recorder = createRecorder({ trail, roles, report: (event) => reported.push(event), now });
  /** What is on record after a request that saw these customers. */
  async function browse(customers: readonly string[], fields: readonly string[] = NAME): Promise<void> {
    const { accesses, finish } = recorder.begin(agent);
    for (const customer of customers) accesses.saw(customer);
    await finish({ operation: 'screen-pop', fields, codes: [] });
  }
  return { trail, recorder, reported, browse };
}

/** Entries for which nobody waits are there a turn later. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('a request', () => {
  it('that looked at nobody costs nothing and leaves nothing', async () => {
    const { trail, recorder } = setUp();
    const { finish } = recorder.begin(agent);

    expect(finish({ operation: 'brands', fields: NAME, codes: ['SOURCE_TIMEOUT'] })).toBeUndefined();
    await nextTurn();
    expect(trail.entries).toEqual([]);
  });

  it('leaves one entry for all customers that it saw, and waits for it', async () => {
    const { trail, browse } = setUp();
    await browse(['1', '2', '1']);

    expect(trail.entries).toEqual([
      {
        kind: 'VIEW',
        subject: 'A000001',
        role: 'HOTLINE_AGENT',
        channel: 'HOTLINE',
        customers: ['1', '2'],
        operation: 'screen-pop',
        fields: NAME,
        purpose: 'COMPLAINT',
        outcome: 'OK',
      },
    ]);
  });

  it('waits for nothing where nothing must be on record, and is recorded all the same', async () => {
    const { trail, recorder } = setUp();
    const { accesses, finish } = recorder.begin(agent);
    accesses.saw('1');

    expect(finish({ operation: 'plans', fields: [], codes: [] })).toBeUndefined();
    await nextTurn();
    expect(trail.entries).toMatchObject([{ kind: 'VIEW', customers: ['1'], operation: 'plans' }]);
  });

  it('that was refused a customer leaves who it was', async () => {
    const { trail, recorder } = setUp();
    const { accesses, finish } = recorder.begin(agent);
    accesses.refused('7');
    accesses.refused(null);

    expect(finish({ operation: 'screen-pop', fields: NAME, codes: [] })).toBeUndefined();
    await nextTurn();
    expect(trail.entries).toMatchObject([{ kind: 'REFUSAL', customers: ['7'], outcome: 'FORBIDDEN' }]);
  });

  it('that was refused fields leaves why, each reason once, beside what it saw', async () => {
    const { trail, recorder } = setUp();
    const { accesses, finish } = recorder.begin(agent);
    accesses.saw('1');
    const codes = ['NEEDS_PURPOSE', 'SOURCE_TIMEOUT', 'NEEDS_PURPOSE', 'NEEDS_AUTHENTICATION'];
    await finish({ operation: 'usage-records', fields: NAME, codes });

    expect(trail.entries.map(({ kind, customers, outcome }) => [kind, customers, outcome])).toEqual([
      ['REFUSAL', [], 'NEEDS_PURPOSE NEEDS_AUTHENTICATION'],
      ['VIEW', ['1'], 'OK'],
    ]);
  });
});

describe('while the record can not be written', () => {
  it('withholds what must be on record', async () => {
    const { trail, browse } = setUp();
    trail.fail();

    await expect(browse(['1'])).rejects.toMatchObject({ extensions: { code: 'AUDIT_UNAVAILABLE' } });
  });

  it('lets the rest go on', async () => {
    const { trail, browse } = setUp();
    trail.fail();

    await browse(['1'], []);
  });
});

describe('who looks at more customers in an hour than the role needs', () => {
  it('is told of and recorded, once, without the customers', async () => {
    const { trail, reported, browse } = setUp();
    const limit = Number(roles.HOTLINE_AGENT.distinctCustomersAnHour);
    for (let customer = 0; customer < limit + 5; customer++) await browse([String(customer)]);

    const unusual = {
      subject: 'A000001',
      role: 'HOTLINE_AGENT',
      channel: 'HOTLINE',
      distinctCustomers: limit + 1,
      hour: '2026-11-20T02:00Z',
    };
    expect(reported).toEqual([{ event: 'unusual-browsing', ...unusual }]);
    expect(trail.entries.filter(({ kind }) => kind === 'ALERT')).toMatchObject([
      { subject: 'A000001', customers: [], outcome: `${limit + 1} customers in the hour 2026-11-20T02:00Z` },
    ]);
  });
});
