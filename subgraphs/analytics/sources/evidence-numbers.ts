import { z } from 'zod';
import { jsonColumn } from '#kit/json-column';

/** Reads the numbers behind a statement. @throws SOURCE_MALFORMED when the column holds none. */
export const readNumbers = jsonColumn(
  'analytics',
  'a record',
  z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
);
