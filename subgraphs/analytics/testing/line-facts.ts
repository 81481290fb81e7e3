/** Offers and lines as the scoring job sees them: of the made-up operator, and made by hand. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { WorldOffer, WorldSubscriber } from '../../../mocks/world/model.ts';
import type { LineFacts, MonthFact, SubscriptionFact } from '../scoring/facts.ts';
import type { OfferFact, Offers } from '../scoring/replay/tariff.ts';
import { opportunityPolicy, tariffPolicy } from '../scoring/replay/tariff-policy.ts';

const sections = parse(readFileSync(new URL('../policy.yaml', import.meta.url), 'utf8'));
export const TARIFF = tariffPolicy.parse(sections.tariff);
export const OPPORTUNITIES = opportunityPolicy.parse(sections.opportunities);

export const GIGABYTE = 1_048_576;

/** What `fact_offer` holds of a catalogue. */
export function offersOf(catalogue: readonly WorldOffer[]): Offers {
  return new Map(
    catalogue.map(({ overageFen, ...offer }): [number, OfferFact] => [
      offer.offerId,
      {
        offerId: offer.offerId,
        name: offer.name,
        kind: offer.kind,
        brandCode: offer.brandCode,
        monthlyFeeFen: offer.monthlyFeeFen,
        voiceMinutes: offer.voiceMinutes ?? 0,
        smsCount: offer.smsCount ?? 0,
        dataKilobytes: offer.dataKilobytes ?? 0,
        overage:
          offer.kind === 'PLAN' || offer.kind === 'FIXED_LINE'
            ? {
                perMinuteFen: overageFen.perMinute,
                perSmsFen: overageFen.perSms,
                perMegabyteFen: overageFen.perMegabyte,
              }
            : null,
        contractMonths: offer.contractMonths,
        saleEndedOn: offer.saleEndedOn,
      },
    ]),
  );
}

/** A line of the made-up operator, late bills aside. */
export function lineOf(line: WorldSubscriber, offers: Offers): LineFacts {
  return {
    subscriberId: line.subscriberId,
    isMobile: line.netClass !== 'FIXED',
    status: line.status,
    openedOn: line.openedOn,
    closedOn: null,
    subscriptions: line.subscriptions.map(({ offerId, startedOn, endedOn, contractEndsOn }) =>
      subscriptionFact(offers.get(offerId) as OfferFact, { startedOn, endedOn, contractEndsOn }),
    ),
    months: line.months.map((month) =>
      monthFact(month.month, {
        voiceMinutes: month.voiceMinutes,
        smsCount: month.smsCount,
        mmsCount: month.mmsCount,
        dataKilobytes: month.cmwapKilobytes + month.cmnetKilobytes,
        roamingEvents: month.roamingEvents,
        ringbackChanges: month.ringbackChanges,
        chargeFen: month.chargeFen,
      }),
    ),
    lateBills: [],
  };
}

export function subscriptionFact(offer: OfferFact, own: Partial<SubscriptionFact> = {}): SubscriptionFact {
  return {
    offerId: offer.offerId,
    offerKind: offer.kind,
    monthlyFeeFen: offer.monthlyFeeFen,
    startedOn: '2020-01-01',
    endedOn: null,
    contractEndsOn: null,
    ...own,
  };
}

/** A month without use, and what a test says of it. */
export function monthFact(month: string, own: Partial<MonthFact> = {}): MonthFact {
  return {
    month,
    voiceMinutes: 0,
    smsCount: 0,
    mmsCount: 0,
    dataKilobytes: 0,
    dataAllowanceKilobytes: 0,
    activeDays: 20,
    roamingEvents: 0,
    ringbackChanges: 0,
    chargeFen: 0,
    ...own,
  };
}

/** A plan of 全球通 with 1 GB for each yuan of its fee, and what a test says of it. */
export function planFact(yuan: number, own: Partial<OfferFact> = {}): OfferFact {
  return {
    offerId: yuan,
    name: `套餐${yuan}`,
    kind: 'PLAN',
    brandCode: 'GOTONE',
    monthlyFeeFen: yuan * 100,
    voiceMinutes: 100,
    smsCount: 10,
    dataKilobytes: yuan * GIGABYTE,
    overage: { perMinuteFen: 15, perSmsFen: 10, perMegabyteFen: 1 },
    contractMonths: 0,
    saleEndedOn: null,
    ...own,
  };
}
