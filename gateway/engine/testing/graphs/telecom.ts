/**
 * An operator of five systems that share no key: from one to the other by keys
 * that clients cannot see, that nest, that are null; overridden fields, input objects.
 */
import { federated, type TestGraph } from '../graph.ts';
import { mergeResolvers, type Resolvers } from '../monolith.ts';
import * as sdl from './telecom-sdl.ts';

interface InternalKey {
  readonly internal: { readonly tenant: string; readonly serial: number };
}

function customer(n: number, tenant: string, name: string | null, segment: string | null, points: number) {
  return {
    __typename: 'Customer',
    customerId: `c${n}`,
    partyId: `q${n}`,
    name,
    segment,
    points,
    internal: { tenant, serial: n },
  } as const;
}
const CUSTOMERS: readonly Customer[] = [
  customer(1, 't1', 'Wang', 'GOLD', 10),
  customer(2, 't1', null, null, 0),
  customer(3, 't2', 'Li', 'PLAIN', 30),
];
type Customer = ReturnType<typeof customer>;
const COMPANY = { __typename: 'Company', partyId: 'q9', size: 2 } as const;

const LINES = [
  { lineId: 'l1', number: '139', state: 'ACTIVE', customerId: 'c1', imsi: '46000' },
  { lineId: 'l2', number: '138', state: 'STOPPED', customerId: 'c1', imsi: null },
  { lineId: 'l3', number: '137', state: null, customerId: 'c3', imsi: '46001' },
  { lineId: 'l4', number: '136', state: 'ACTIVE', customerId: 'c2', imsi: '46002' },
] as const;
type Line = (typeof LINES)[number];

const copy = <Row>(row: Row | undefined): Row | null => (row ? { ...row } : null);
const customerById = (id: string) => copy(CUSTOMERS.find(({ customerId }) => customerId === id));
const customerBySerial = ({ tenant, serial }: InternalKey['internal']) =>
  copy(CUSTOMERS.find(({ internal }) => internal.tenant === tenant && internal.serial === serial));
const label = ({ partyId }: { partyId: string }, { wide }: { wide?: boolean | null }) =>
  wide ? `Party ${partyId}` : partyId;

const crm = {
  Query: {
    customer: (_: unknown, args: { customerId: string }) => customerById(args.customerId),
    customers: (
      _: unknown,
      {
        first,
        where,
      }: { first: number; where?: { segment?: string | null; tenants?: string[] | null } | null },
    ) =>
      CUSTOMERS.filter(
        ({ segment, internal }) =>
          (where?.segment == null || segment === where.segment) &&
          (where?.tenants?.includes(internal.tenant) ?? true),
      ).slice(0, first),
    line: (_: unknown, { number }: { number: string }) => copy(LINES.find((line) => line.number === number)),
    party: (_: unknown, { id }: { id: string }) =>
      id === COMPANY.partyId ? COMPANY : copy(CUSTOMERS.find(({ partyId }) => partyId === id)),
    parties: (_: unknown, { kinds }: { kinds?: readonly string[] | null }) =>
      kinds?.flatMap((kind): readonly object[] => (kind === 'PERSON' ? CUSTOMERS : [COMPANY])),
    today: () => '2026-10-01',
  },
  Customer: {
    __resolveReference: (key: { customerId: string } | InternalKey) =>
      'customerId' in key ? customerById(key.customerId) : customerBySerial(key.internal),
    label,
    contact: ({ customerId }: Customer) => (customerId === 'c1' ? COMPANY : null),
    lines: ({ customerId }: Customer, { active }: { active?: boolean | null }) =>
      LINES.filter(
        (line) => line.customerId === customerId && (active == null || (line.state === 'ACTIVE') === active),
      ),
  },
  Company: {
    __resolveReference: () => ({ ...COMPANY }),
    label,
    contact: () => customerById('c3'),
    staff: () => [customerById('c2'), null],
  },
  Line: {
    __resolveReference: (key: { number: string } | { lineId: string }) =>
      copy(LINES.find((line) => ('number' in key ? line.number === key.number : line.lineId === key.lineId))),
    owner: ({ customerId }: Line) => customerById(customerId),
  },
} satisfies Resolvers;

/** c2 has never been billed. */
const bill = (month: string, serial: number) => ({
  month,
  customer: { internal: { serial } },
  total: serial === 3 ? null : Number(month.slice(-2)) * 100 + serial,
  items: serial === 3 ? null : [[{ text: `${month}/${serial}`, amount: 5 }], [], [{ text: 'tax' }]],
});
type Bill = ReturnType<typeof bill>;
const MONTHS = ['2026-09', '2026-08', '2026-07'];
const payerOf = ({ internal }: Bill['customer']) =>
  CUSTOMERS.find((each) => each.internal.serial === internal.serial);

const billing = {
  Query: {
    bills: (_: unknown, { month }: { month?: string | null }) => (month == null ? null : [bill(month, 1)]),
    billsOf: (_: unknown, { keys }: { keys: readonly { month: string; serial: number | null }[] }) =>
      keys.map(({ month, serial }) => serial && bill(month, serial)),
    today: () => '2026-10-01',
  },
  Customer: {
    __resolveReference: ({ internal }: InternalKey) => ({ internal }),
    balance: ({ internal }: InternalKey, { unit }: { unit?: string | null }) =>
      internal.serial * (unit === 'YUAN' ? 1 : 100),
    bills: ({ internal }: InternalKey, { months }: { months: number }) =>
      internal.serial === 2 ? [] : MONTHS.slice(0, months).map((month) => bill(month, internal.serial)),
    points: ({ internal }: InternalKey) => internal.serial * 1_000,
  },
  BilledCustomer: {
    payer: (billed: Bill['customer']) => {
      const payer = payerOf(billed);
      return payer && { internal: payer.internal };
    },
  },
  Bill: { __resolveReference: ({ month, customer }: Bill) => bill(month, customer.internal.serial) },
} satisfies Resolvers;

const scan = { __typename: 'Scan', pages: 1, dpi: 300 } as const;
function pdf({ month, customer }: Bill, { language }: { language: string }) {
  const print = { __typename: 'Print', pages: 2, font: language, of: { month, customer } };
  return customer.internal.serial === 3 ? { ...scan, twin: print } : { ...print, twin: scan };
}
const receipt = ({ total, items }: Pick<Bill, 'total' | 'items'>) =>
  `${total}: ${items?.map((page) => page.map(({ text }) => text).join(',')).join(' | ')}`;

const documents = { Bill: { pdf, receipt } } satisfies Resolvers;

const tariff = ({ lineId }: { lineId: string }) => (lineId === 'l3' ? null : `T-${lineId}`);
const neighbours: Readonly<Record<string, readonly (string | null)[]>> = {
  l1: ['l2', null, 'l3'],
  l2: ['l1'],
};
const cardOf = (id: string) => {
  const imsi = LINES.find(({ lineId }) => lineId === id)?.imsi;
  return imsi == null ? null : { imsi };
};

/** @param line How the schema that asks sees a line of which only the id is known. */
const networkResolvers = (line: (id: string) => unknown) =>
  ({
    Query: {
      cells: () => [
        { name: 'A', attached: [line('l1'), line('l3')] },
        { name: null, attached: [] },
      ],
    },
    Line: {
      card: ({ lineId }: Line) => cardOf(lineId),
      tariff,
      neighbours: ({ lineId }: Line) => neighbours[lineId]?.map((id) => id && line(id)),
    },
  }) satisfies Resolvers;
const lineByKey = (key: { lineId: string } | { card: { imsi: string } | null }) => {
  const found = LINES.find((line) =>
    'lineId' in key ? line.lineId === key.lineId : key.card !== null && line.imsi === key.card.imsi,
  );
  return found ? { lineId: found.lineId } : null;
};
const network = mergeResolvers(
  networkResolvers((lineId) => ({ lineId })),
  {
    Line: { __resolveReference: lineByKey },
  },
);

interface Range {
  readonly from: number;
  readonly to?: number | null;
  readonly steps?: readonly number[] | null;
}
const megabytes = (_: unknown, { range }: { range?: Range | null }) =>
  range && [[range.from, range.to ?? null], [], range.steps ?? [null]];
const roaming = (line: { tariff: string | null; state: string | null }) =>
  `${line.tariff} while ${line.state}`;
const greeting = ({ owner }: { owner: { name: string | null } }) => `Dear ${owner.name ?? 'customer'}`;

const usage = {
  Line: {
    __resolveReference: (line: { card: object | null }) => (line.card ? line : null),
    megabytes,
    roaming,
    greeting,
  },
} satisfies Resolvers;

/** A line without a card is none that usage could be asked about. */
const withCard =
  <Args>(resolve: (line: Line, args: Args) => unknown) =>
  (line: Line, args: Args) =>
    line.imsi === null ? null : resolve(line, args);

const whole = {
  Customer: {
    balance: billing.Customer.balance,
    bills: billing.Customer.bills,
    points: billing.Customer.points,
  },
  BilledCustomer: { payer: payerOf },
  Print: { of: ({ of }: { of: Bill }) => bill(of.month, of.customer.internal.serial) },
  Line: {
    megabytes: withCard(megabytes),
    roaming: withCard((line) => roaming({ state: line.state, tariff: tariff(line) })),
    greeting: withCard((line) => greeting({ owner: customerById(line.customerId) ?? { name: null } })),
  },
} satisfies Resolvers;

export function createTelecomGraph(): TestGraph {
  return {
    name: 'telecom',
    subgraphs: [
      { name: 'crm', typeDefs: federated(sdl.CRM), resolvers: crm },
      { name: 'billing', typeDefs: federated(sdl.BILLING), resolvers: billing },
      { name: 'documents', typeDefs: federated(sdl.DOCUMENTS), resolvers: documents },
      { name: 'network', typeDefs: federated(sdl.NETWORK), resolvers: network },
      { name: 'usage', typeDefs: federated(sdl.USAGE), resolvers: usage },
    ],
    monolith: mergeResolvers(
      crm,
      billing,
      documents,
      networkResolvers((id) => copy(LINES.find(({ lineId }) => lineId === id))),
      whole,
    ),
    samples: {
      ID: ['c1', 'c2', 'c3', 'q1', 'q9', 'nobody'],
      number: ['139', '138', '137', '1'],
      month: ['2026-09', '2026-08'],
      tenants: ['t1', 't2'],
      serial: [1, 2, 3],
    },
    reset() {},
  };
}
