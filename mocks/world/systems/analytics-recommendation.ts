/** What is recommended for one line. */
export interface Recommendation {
  readonly kind: 'SALE' | 'RETENTION';
  readonly offerId: number;
  readonly code: string;
  readonly textZh: string;
  readonly textEn: string;
  readonly numbers: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  /** Lower is better. */
  readonly order: number;
}
