import type { Database, SqlValue } from '#kit/database';

/** Of `offer` in crm, and of `fact_offer` here. */
const COLUMNS = [
  'offer_id',
  'name',
  'kind',
  'brand_code',
  'monthly_fee_fen',
  'voice_minutes',
  'sms_count',
  'data_kilobytes',
  'per_minute_fen',
  'per_sms_fen',
  'per_megabyte_fen',
  'contract_months',
  'sale_ended_on',
] as const;

type OfferRow = Readonly<Record<(typeof COLUMNS)[number], SqlValue>>;

/**
 * Copies the offers of crm to `fact_offer`, all of them each time: there are some hundred.
 *
 * @param write Inserts into `fact_offer`, or writes over what has the same id.
 * @returns how many there are.
 * @throws SOURCE_UNAVAILABLE when crm can't be read.
 */
export async function importOffers(
  crm: Database,
  write: (columns: readonly string[], rows: readonly (readonly SqlValue[])[]) => Promise<void>,
): Promise<number> {
  const read = crm.prepare<Record<string, never>, OfferRow>((sql) =>
    sql('offer')
      .select(...COLUMNS)
      .orderBy('offer_id'),
  );
  const rows = await read({});
  await write(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
  return rows.length;
}
