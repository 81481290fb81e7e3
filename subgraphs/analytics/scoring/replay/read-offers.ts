/** The catalogue as the scoring job reads it from the store of analytics: the table `fact_offer`. */
import type { Database } from '#kit/database';
import type { OfferFact, Offers } from './tariff.ts';

interface OfferRow {
  readonly offer_id: number;
  readonly name: string;
  readonly kind: string;
  readonly brand_code: string | null;
  readonly monthly_fee_fen: number;
  readonly voice_minutes: number | null;
  readonly sms_count: number | null;
  readonly data_kilobytes: number | null;
  readonly per_minute_fen: number | null;
  readonly per_sms_fen: number | null;
  readonly per_megabyte_fen: number | null;
  readonly contract_months: number;
  readonly sale_ended_on: string | null;
}

/** @returns all offers by id, in the order of their ids. */
export async function readOffers(db: Database): Promise<Offers> {
  const read = db.prepare<Record<string, never>, OfferRow>((sql) =>
    sql('fact_offer').select('*').orderBy('offer_id'),
  );
  return new Map((await read({})).map((row) => [row.offer_id, toOffer(row)]));
}

function toOffer(row: OfferRow): OfferFact {
  const { per_minute_fen: minute, per_sms_fen: sms, per_megabyte_fen: megabyte } = row;
  return {
    offerId: row.offer_id,
    name: row.name,
    kind: row.kind,
    brandCode: row.brand_code,
    monthlyFeeFen: row.monthly_fee_fen,
    voiceMinutes: row.voice_minutes ?? 0,
    smsCount: row.sms_count ?? 0,
    dataKilobytes: row.data_kilobytes ?? 0,
    overage:
      minute === null || sms === null || megabyte === null
        ? null
        : { perMinuteFen: minute, perSmsFen: sms, perMegabyteFen: megabyte },
    contractMonths: row.contract_months,
    saleEndedOn: row.sale_ended_on,
  };
}
