/** Small tables of codes: places, brands, third parties. */
import type { Database } from '#kit/database';
import type { Brand } from '../model.ts';

interface Region {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly areaCode: string;
}

interface ServiceProvider {
  readonly code: string;
  readonly name: string;
}

type ByCodes<T> = (codes: readonly string[]) => Promise<ReadonlyMap<string, T>>;

export interface ReferenceSource {
  readonly regions: ByCodes<Region>;
  readonly brands: ByCodes<Brand>;
  readonly serviceProviders: ByCodes<ServiceProvider>;
}

export function createReferenceSource(db: Database): ReferenceSource {
  return {
    regions: byCodes<Region>(db, 'region', {
      code: 'region_code',
      name: 'name',
      province: 'province',
      areaCode: 'area_code',
    }),
    brands: byCodes<Brand>(db, 'brand', { code: 'brand_code', name: 'name', layer: 'layer' }),
    serviceProviders: byCodes<ServiceProvider>(db, 'service_provider', { code: 'sp_code', name: 'name' }),
  };
}

/** @param columns Column of each property. */
function byCodes<T extends { readonly code: string }>(
  db: Database,
  table: string,
  columns: Readonly<Record<keyof T, string>>,
): ByCodes<T> {
  const rowsOf = db.prepare<{ codes: readonly string[] }, T>((sql, { codes }) =>
    sql(table).select(columns).where(db.oneOf(columns.code, codes)),
  );
  return async (codes) => {
    const rows = await rowsOf({ codes });
    return new Map(rows.map((row) => [row.code, row]));
  };
}
