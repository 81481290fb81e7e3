/** Who is behind what was shown, from the customer-data module (I07): crm's own tables, read only. */
import {
  bestUserClass,
  type GradedMembership,
  type NetClass,
  type VipGrade,
  vipGrade,
} from '#kit/customer-class';
import type { Database, Statement } from '#kit/database';
import { type ReachParams, toReachParams, withinReach } from '#kit/reach';
import type { Reach } from '#kit/viewer';
import type { AuthenticationKey, Party, Segment } from '../model.ts';

interface FoundRow {
  readonly customer_id: number;
  /** Null where the value names a person only. */
  readonly subscriber_id: number | null;
}

interface FactsRow {
  readonly segment: Segment;
  readonly seats: number;
}

interface LineRow {
  readonly subscriber_id: number;
  readonly net_class: NetClass;
}

interface CardRow {
  readonly level: VipGrade;
  readonly valid_from: string;
  readonly valid_until: string;
}

export interface Found {
  readonly customerId: string;
  /** Null where he is out of the viewer's reach. */
  readonly party: Party | null;
}

export interface PartiesSource {
  /**
   * Runs the same statements whoever is found.
   *
   * @param value In the form in which crm compares.
   * @param today Decides which memberships count.
   * @param reach Of who asks.
   * @returns Null where nobody, or more than one, is named by it.
   */
  find(by: AuthenticationKey, value: string, today: string, reach: Reach): Promise<Found | null>;
}

/** A day counts for cards alone. */
type KeyParams = Readonly<{ value: string; today: string }>;

/** Whose facts are read where nobody is found. */
const NOBODY = 0;

export function createPartiesSource(db: Database): PartiesSource {
  const byKey: Readonly<Record<AuthenticationKey, Statement<KeyParams, FoundRow>>> = {
    SERVICE_NUMBER: heldNow(db, 'number_holding', 'service_number'),
    BROADBAND_ACCOUNT: heldNow(db, 'broadband', 'account_name'),
    ID_DOCUMENT: db.prepare((sql, { value }) =>
      sql('customer')
        .select('customer_id', sql.raw('null as subscriber_id'))
        .where('document_number', value)
        .limit(2),
    ),
    MEMBER_CARD: db.prepare((sql, { value, today }) =>
      sql('membership')
        .distinct('customer_id')
        .select(sql.raw('null as subscriber_id'))
        .where('card_number', value)
        .where('valid_from', '<=', today)
        .where('valid_until', '>=', today)
        .limit(2),
    ),
  };
  const factsWithin = db.prepare<ReachParams & { id: number }, FactsRow>((sql, params) =>
    sql('customer')
      .select('segment', sql('group_member').count('*').where('customer_id', params.id).as('seats'))
      .where('customer_id', params.id)
      .where(withinReach(sql, db, 'customer.customer_id', params)),
  );
  const linesOf = db.prepare<{ id: number }, LineRow>((sql, { id }) =>
    sql('subscriber')
      .select('subscriber_id', 'net_class')
      .where('customer_id', id)
      .whereNot('status', 'CLOSED')
      .orderBy('subscriber_id')
      .limit(50),
  );
  const cardsOf = db.prepare<{ id: number }, CardRow>((sql, { id }) =>
    sql('membership').select('level', 'valid_from', 'valid_until').where('customer_id', id),
  );

  return {
    async find(by, value, today, reach) {
      const [first, second] = await byKey[by]({ value, today });
      const isOne = first !== undefined && (second ?? first).customer_id === first.customer_id;
      const id = isOne ? first.customer_id : NOBODY;
      const [[facts], lines, cards] = await Promise.all([
        factsWithin({ id, ...toReachParams(reach) }),
        linesOf({ id }),
        cardsOf({ id }),
      ]);
      if (!isOne) return null;
      const customerId = String(id);
      if (!facts) return { customerId, party: null };
      const memberships = cards.map(toMembership);
      const inGroup = facts.seats > 0 || facts.segment === 'ENTERPRISE';
      const own = lines.find((line) => line.subscriber_id === first.subscriber_id) ?? lines[0];
      const party: Party = {
        customerId,
        subscriberId: own ? String(own.subscriber_id) : null,
        segment: facts.segment,
        netClass: own?.net_class ?? null,
        userClass: bestUserClass({ memberships, inGroup }, own ? [own.net_class] : [], today),
        vipGrade: vipGrade(memberships, today),
      };
      return { customerId, party };
    },
  };
}

const toMembership = ({
  level,
  valid_from: validFrom,
  valid_until: validUntil,
}: CardRow): GradedMembership => ({
  level,
  validFrom,
  validUntil,
});

/** Two rows tell that a value names more than one. */
function heldNow(db: Database, table: string, column: string): Statement<KeyParams, FoundRow> {
  return db.prepare((sql, { value }) =>
    sql(`${table} as held`)
      .join('subscriber', 'subscriber.subscriber_id', 'held.subscriber_id')
      .select('subscriber.customer_id', 'subscriber.subscriber_id')
      .where(`held.${column}`, value)
      .whereNull('held.held_until_at')
      .whereNot('subscriber.status', 'CLOSED')
      .limit(2),
  );
}
