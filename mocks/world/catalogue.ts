import { BRANDS, SERVICE_PROVIDERS } from './brands.ts';
import { DEVICES } from './devices.ts';
import type { Catalogue } from './model.ts';
import type { NumberPlan } from './numbers.ts';
import { OFFERS } from './offers.ts';
import { REGIONS } from './places.ts';
import { createStaff } from './staff.ts';
import { TOPICS } from './topics.ts';

/** What all customers share. */
export function createCatalogue(seed: number, customers: number, numbers: NumberPlan): Catalogue {
  return {
    regions: REGIONS,
    numberSegments: numbers.segments,
    brands: BRANDS,
    offers: OFFERS,
    serviceProviders: SERVICE_PROVIDERS,
    devices: DEVICES,
    staff: createStaff(seed, customers),
    topics: TOPICS,
  };
}
