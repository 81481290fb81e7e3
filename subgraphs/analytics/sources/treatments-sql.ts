/** What was done to sell to customers and to keep them: the table `treatment`. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Treatment } from '../model.ts';

interface TreatmentRow {
  treatment_id: number;
  customer_id: number;
  campaign_kind: Treatment['campaignKind'];
  campaign_name: string;
  channel: Treatment['channel'];
  treated_at: number;
  offer_id: number | null;
  product_type: string | null;
  reason: string | null;
}

const COLUMNS: readonly (keyof TreatmentRow)[] = [
  'treatment_id',
  'customer_id',
  'campaign_kind',
  'campaign_name',
  'channel',
  'treated_at',
  'offer_id',
  'product_type',
  'reason',
];

export interface TreatmentsSource {
  /**
   * All treatments of several customers in one statement, newest first. All,
   * because the histories count them; `since` keeps that to a few dozen each.
   *
   * @param since Epoch seconds.
   */
  byCustomers(customerIds: readonly string[], since: number): Promise<ReadonlyMap<string, Treatment[]>>;
  byIds(treatmentIds: readonly string[]): Promise<ReadonlyMap<string, Treatment>>;
}

export function createTreatmentsSource(db: Database): TreatmentsSource {
  const readByCustomers = db.prepare<{ ids: readonly number[]; since: number }, TreatmentRow>(
    (sql, { ids, since }) =>
      sql('treatment')
        .select(COLUMNS)
        .where(db.oneOf('customer_id', ids))
        .where('treated_at', '>=', since)
        .orderBy([
          { column: 'treated_at', order: 'desc' },
          { column: 'treatment_id', order: 'desc' },
        ]),
  );
  const readByIds = db.prepare<{ ids: readonly number[] }, TreatmentRow>((sql, { ids }) =>
    sql('treatment').select(COLUMNS).where(db.oneOf('treatment_id', ids)),
  );
  return {
    async byCustomers(customerIds, since) {
      const rows = await readByCustomers({ ids: toIds(customerIds), since });
      const byCustomer = Map.groupBy(rows, (row) => String(row.customer_id));
      return new Map([...byCustomer].map(([id, treatments]) => [id, treatments.map(toTreatment)]));
    },
    async byIds(treatmentIds) {
      const rows = await readByIds({ ids: toIds(treatmentIds) });
      return new Map(rows.map((row) => [String(row.treatment_id), toTreatment(row)]));
    },
  };
}

function toTreatment(row: TreatmentRow): Treatment {
  return {
    treatmentId: String(row.treatment_id),
    campaignKind: row.campaign_kind,
    campaignName: row.campaign_name,
    channel: row.channel,
    treatedAt: row.treated_at,
    offerId: row.offer_id === null ? null : String(row.offer_id),
    productType: row.product_type,
    reason: row.reason,
  };
}
