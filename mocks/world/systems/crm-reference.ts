/** What all customers share: places, number ranges, brands, offers, staff. */
import type { Insert, SystemWriter, World } from '../model.ts';
import { setsPrices } from '../rating.ts';

export function createReferenceWriter(
  into: (table: string, columns: readonly string[]) => Insert,
  { catalogue }: World,
): SystemWriter['reference'] {
  const region = into('region', ['region_code', 'name', 'province', 'area_code']);
  const numberSegment = into('number_segment', ['prefix', 'operator', 'region_code']);
  const brand = into('brand', ['brand_code', 'name', 'layer']);
  const serviceProvider = into('service_provider', ['sp_code', 'name']);
  const staff = into('staff', ['staff_id', 'name', 'role']);
  const deviceModel = into('device_model', ['model_id', 'brand', 'model', 'capabilities']);
  const offer = into('offer', [
    'offer_id',
    'name',
    'kind',
    'family',
    'service_class',
    'brand_code',
    'monthly_fee_fen',
    'voice_minutes',
    'sms_count',
    'data_kilobytes',
    'per_minute_fen',
    'per_sms_fen',
    'per_megabyte_fen',
    'contract_months',
    'era',
    'sale_ended_on',
  ]);

  return () => {
    for (const { code, name, province, areaCode } of catalogue.regions)
      region([code, name, province, areaCode]);
    for (const { prefix, operator, regionCode } of catalogue.numberSegments) {
      numberSegment([prefix, operator, regionCode]);
    }
    for (const { code, name, layer } of catalogue.brands) brand([code, name, layer]);
    for (const { code, name } of catalogue.serviceProviders) serviceProvider([code, name]);
    for (const { staffId, name, role } of catalogue.staff) staff([staffId, name, role]);
    for (const [index, { brand: maker, model, capabilities }] of catalogue.devices.entries()) {
      deviceModel([toModelId(index), maker, model, capabilities.join(',')]);
    }
    for (const item of catalogue.offers) {
      const prices = setsPrices(item) ? item.overageFen : null;
      offer([
        item.offerId,
        item.name,
        item.kind,
        item.family,
        item.serviceClass,
        item.brandCode,
        item.monthlyFeeFen,
        item.voiceMinutes,
        item.smsCount,
        item.dataKilobytes,
        prices?.perMinute ?? null,
        prices?.perSms ?? null,
        prices?.perMegabyte ?? null,
        item.contractMonths,
        item.era,
        item.saleEndedOn,
      ]);
    }
  };
}

/** Position in the catalogue to id; ids begin at 1. */
export const toModelId = (index: number): number => index + 1;
