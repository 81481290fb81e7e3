/** Composition root of the made-up BOSS: `node mocks/boss/main.ts --data DIR --port N`. */
import { parseArgs } from 'node:util';
import { createBossSimulator } from './boss.ts';
import { type Charset, isCharset } from './charset.ts';

const HELP = `Serves a synthetic operator's data as a BOSS would, in InterBOSS and UniBSS envelopes.
Operations KF1001 to KF1013 are invented. See mocks/boss/faults.ts for how to make it fail.

  node mocks/boss/main.ts [options]

  --data DIR      made by \`npm run seed\` (default ./data)
  --port N        (default 4090)
  --charset C     of answers, UTF-8 or GB18030 (default UTF-8)
  --now MOMENT    ISO 8601 with offset (default the operator's)
`;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: './data' },
      port: { type: 'string', default: '4090' },
      charset: { type: 'string', default: 'UTF-8' },
      now: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  // Whoever seals passwords has to be known to the billing system, which no option can say.
  const app = createBossSimulator({
    dataDir: values.data,
    now: values.now,
    charset: toCharset(values.charset),
    passwords: null,
  });
  const url = await app.listen({ port: toPort(values.port), host: '127.0.0.1' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
  console.log(`The made-up BOSS, with synthetic data alone, answers at ${url}`);
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error('--port must be a whole number from 0 to 65535.');
}

function toCharset(text: string): Charset {
  if (isCharset(text)) return text;
  throw new Error('--charset must be UTF-8 or GB18030.');
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
