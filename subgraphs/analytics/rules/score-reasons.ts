import { z } from 'zod';
import { jsonColumn } from '#kit/json-column';

/** Reads `Score.reasonsText`. @throws SOURCE_MALFORMED when it holds no reasons. */
export const readReasons = jsonColumn(
  'analytics',
  'a record',
  z.array(z.object({ code: z.string(), textZh: z.string(), textEn: z.string(), contribution: z.number() })),
);
