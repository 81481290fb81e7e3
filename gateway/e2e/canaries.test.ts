/**
 * Numbers, documents and passwords that are nobody's, sent by every way into the
 * service, and then looked for in all that it writes: logs at their most talkative,
 * errors, and the files of what lasts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type DemoPanorama, openDemoPanorama, type Response } from '../testing/demo-panorama.ts';

const NUMBER = '13777123456';
const DOCUMENT = '510199197702304567';
const PASSWORD = '739164';
const NAME = '欧阳试金石';
const EMAIL = 'canary.bird@example.com';
const CANARIES = [NUMBER, DOCUMENT, PASSWORD, NAME, EMAIL];
/** Of customers who exist, read in the course of the test. */
const VIP = { customerId: '100000001', number: '13808000002', subscriberId: '200000004' };

let log = '';
let panorama: DemoPanorama;
const answers: Response[] = [];

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _, done) {
      log += String(chunk);
      done();
    },
  });
  panorama = await openDemoPanorama({ level: 'trace', stream });
}, 120_000);
afterAll(() => panorama.close());

async function ask(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  answers.push(answer);
  return answer;
}

/** Every way by which something personal comes in, well-formed or not. */
async function sendAll(): Promise<void> {
  const { run, query, post } = panorama;
  for (const persona of ['hotline-agent', 'retail-clerk', 'auditor', 'ivr', 'web-hall']) {
    for (const [by, value] of [
      ['SERVICE_NUMBER', NUMBER],
      ['CONTACT_PHONE', `${NUMBER}x`],
      ['ID_DOCUMENT', DOCUMENT],
      ['EMAIL', EMAIL],
      ['MEMBER_CARD', NAME.repeat(20)],
      ['NO_SUCH_KEY', NUMBER],
    ] as const) {
      await ask(run(persona, 'retail-counter', { by, value }));
    }
    await ask(run(persona, 'screen-pop', { number: NUMBER, [NAME]: DOCUMENT }));
    await ask(run(persona, 'screen-pop', { number: { nested: NUMBER } }));
    await ask(
      query(
        persona,
        `query Q_${PASSWORD} { n${NUMBER}: customerLookup(by: EMAIL, value: "${EMAIL}") { outcome } }`,
      ),
    );
    await ask(query(persona, `{ customerLookup(by: "${DOCUMENT}", value: "${NAME}") { outcome } ${NAME} }`));
    await ask(query(persona, `{ customer(customerId: "${DOCUMENT}") { name } }`));
    const passwordBlock = await panorama.world.collector.seal(PASSWORD);
    for (const [method, value, block] of [
      ['SERVICE_PASSWORD', NUMBER, passwordBlock],
      ['SERVICE_PASSWORD', VIP.number, await panorama.world.collector.seal(PASSWORD)],
      ['SERVICE_PASSWORD', NUMBER, PASSWORD],
    ] as const) {
      const input = { method, by: 'SERVICE_NUMBER', value, passwordBlock: block };
      await ask(run(persona, 'authenticate', { input }));
    }
    const shown = { method: 'ID_DOCUMENT', by: 'ID_DOCUMENT', value: DOCUMENT };
    await ask(run(persona, 'authenticate', { input: shown }));
    const input = {
      subscriberId: VIP.subscriberId,
      month: '2026-10',
      reason: `${NAME} ${NUMBER} ${DOCUMENT}`,
    };
    await ask(run(persona, 'record-export-request', { input }));
    await ask(run(persona, 'screen-pop', { number: VIP.number }, { 'panorama-purpose': NUMBER }));
    await ask(run(persona, 'screen-pop', { number: VIP.number }, { 'panorama-authentication': DOCUMENT }));
    for (const { name, variables } of panorama.world.operations) {
      for (const canary of CANARIES) {
        const given = Object.keys(variables).map((variable) => [variable, canary]);
        await ask(run(persona, name, Object.fromEntries(given)));
      }
    }
  }
  await ask(post(`/operations/${NUMBER}`, { number: NUMBER }));
  await ask(
    post(`/graphql?number=${NUMBER}`, { query: `{ ${NAME} }` }, { authorization: `Bearer ${DOCUMENT}` }),
  );
  // A system fails in the middle of it.
  await panorama.world.takeDown('billing');
  await ask(run('hotline-agent', 'screen-pop', { number: VIP.number }));
}

it('appear in no log, no file of what lasts, and no error', async () => {
  await sendAll();
  const found: string[] = [];
  const look = (where: string, text: string): void => {
    for (const canary of CANARIES) if (text.includes(canary)) found.push(`${canary} in ${where}`);
  };
  look('the log', log);
  for (const { errors } of answers) {
    // A client's own words may come back in the path of its answer, and nowhere else.
    for (const { path, ...error } of errors ?? [])
      look(`an error at ${path?.length ?? 0}`, JSON.stringify(error));
  }
  const { stateDir, keys } = panorama.world;
  for (const file of filesIn(stateDir)) {
    look(file, readFileSync(file, 'utf8'));
    look(file, readFileSync(file, 'utf16le'));
    if (!file.endsWith('keys.json')) {
      const secret = Buffer.from(keys.receiptKey).toString('base64url');
      if (readFileSync(file, 'utf8').includes(secret)) found.push(`a key in ${file}`);
    }
  }
  expect(log.length).toBeGreaterThan(10_000);
  expect(answers.length).toBeGreaterThan(80);
  expect(found).toEqual([]);
});

it('nor do the customers who were looked at', async () => {
  const known = [VIP.number, '黄晨宇'];
  const written = [
    log,
    panorama.world.output(),
    ...filesIn(panorama.world.stateDir).map((file) => readFileSync(file, 'utf8')),
  ].join('\n');
  expect(known.filter((each) => written.includes(each))).toEqual([]);
  // In the record, customers are keyed hashes.
  const record = filesIn(panorama.world.stateDir).filter((file) => file.includes('audit.sqlite'));
  const audit = record.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(audit).toContain('screen-pop');
  expect(audit).not.toContain(`"${VIP.customerId}"`);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
