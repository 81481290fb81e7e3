import { BRANDS, LAYERS } from './brands.ts';
import type { Line } from './lines.ts';
import type { Layer } from './model.ts';

interface Claims {
  readonly isUnit: boolean;
  /** A VIP membership valid today. */
  readonly hasVip: boolean;
  readonly seated: boolean;
  readonly lines: readonly Line[];
}

/** The layer as BOSS registers it: of all a customer can claim, the highest (最高身份优先); null without any claim. */
export function registeredLayer({ isUnit, hasVip, seated, lines }: Claims): Layer | null {
  const held = lines.filter(({ subscriber }) => subscriber.status !== 'CLOSED');
  if (hasVip && held.some(({ subscriber }) => subscriber.brandCode === 'GOTONE')) return 'GOTONE_VIP';
  if (seated || isUnit) return 'GROUP';
  if (held.some(({ issuedFar }) => issuedFar)) return 'ROAM_IN';

  const brands = new Set(held.map(({ subscriber }) => subscriber.brandCode));
  const ofBrands = BRANDS.filter(({ code }) => brands.has(code)).map(({ layer }) => layer);
  return LAYERS.find((layer) => ofBrands.includes(layer)) ?? null;
}
