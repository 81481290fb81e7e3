/** Product offerings, by id. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Offer } from '../model.ts';

interface OfferRow {
  readonly offer_id: number;
  readonly name: string;
  readonly kind: Offer['kind'];
  readonly family: Offer['family'];
  readonly service_class: Offer['serviceClass'];
  readonly brand_code: string | null;
  readonly monthly_fee_fen: number;
  readonly voice_minutes: number | null;
  readonly sms_count: number | null;
  readonly data_kilobytes: number | null;
  readonly per_minute_fen: number | null;
  readonly per_sms_fen: number | null;
  readonly per_megabyte_fen: number | null;
  readonly contract_months: number;
  readonly era: string;
  readonly sale_ended_on: string | null;
}

export interface OffersSource {
  byIds(offerIds: readonly string[]): Promise<ReadonlyMap<string, Offer>>;
}

export function createOffersSource(db: Database): OffersSource {
  const byIds = db.prepare<{ ids: number[] }, OfferRow>((sql, { ids }) =>
    sql('offer').select('*').where(db.oneOf('offer_id', ids)),
  );
  return {
    async byIds(offerIds) {
      const rows = await byIds({ ids: toIds(offerIds) });
      return new Map(rows.map((row) => [String(row.offer_id), toOffer(row)]));
    },
  };
}

function toOffer(row: OfferRow): Offer {
  return {
    offerId: String(row.offer_id),
    name: row.name,
    kind: row.kind,
    family: row.family,
    serviceClass: row.service_class,
    brandCode: row.brand_code,
    monthlyFeeFen: row.monthly_fee_fen,
    voiceMinutes: row.voice_minutes,
    smsCount: row.sms_count,
    dataKilobytes: row.data_kilobytes,
    overage: toOverage(row),
    contractMonths: row.contract_months,
    era: row.era,
    saleEndedOn: row.sale_ended_on,
  };
}

function toOverage(row: OfferRow): Offer['overage'] {
  const { per_minute_fen: minute, per_sms_fen: sms, per_megabyte_fen: megabyte } = row;
  if (minute === null || sms === null || megabyte === null) return null;
  return { perMinuteFen: minute, perSmsFen: sms, perMegabyteFen: megabyte };
}
