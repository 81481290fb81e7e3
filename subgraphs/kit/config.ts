import { z } from 'zod';

/**
 * Parses environment variables once, at start.
 *
 * @throws Error naming every missing or malformed variable, so one failed
 *   deploy shows the whole list. Values are never printed: some are secrets.
 */
export function loadConfig<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): Readonly<z.infer<S>> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return Object.freeze(parsed.data);

  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Bad configuration:\n${lines.join('\n')}`);
}

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number, 0 to 65535');

/** Complaints in three months above which the count is shown in red (P08). */
export const redAbove = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a number of complaints, 0 to 999')
  .transform(Number)
  .default(3);
