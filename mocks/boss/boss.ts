/**
 * A made-up BOSS for tests and demonstrations: somebody else's system, with the
 * synthetic operator's data behind an XML interface. Header shapes are public
 * (InterBOSS, UniBSS); the operations KF1001–KF1013 and their codes are
 * invented. All that it tells is made up, and each answer says so in
 * `x-boss-synthetic`. It logs nothing.
 *
 * A request meets the faults of its header `x-boss-fault: NAME[=PARAM]` and
 * those that `/control/faults` was told; faults.ts lists them.
 */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { contentText, createAnswerer, type Response } from './answer.ts';
import { type Charset, chooseEncoding, encode } from './charset.ts';
import { declaration } from './content.ts';
import { controlRoutes, createCallCounts } from './control.ts';
import { deliver } from './deliver.ts';
import { spoilDocument, spoilEnvelope } from './document-faults.ts';
import type { BossRequest, Protocol } from './envelope.ts';
import { createFaultPlan } from './fault-plan.ts';
import { type Fault, findFault, parseFaults } from './faults.ts';
import { interBoss } from './interboss.ts';
import { createOperations } from './operations.ts';
import { openOperator } from './operator.ts';
import type { Passwords } from './password-operations.ts';
import { createTransactions } from './transactions.ts';
import { uniBss } from './unibss.ts';
import { toStamp } from './wire-values.ts';

interface BossOptions {
  /** Folder of crm.sqlite and billing.sqlite. They are never written. */
  readonly dataDir: string;
  /** ISO 8601 with offset; by default the moment for which the operator was made. */
  readonly now?: string | undefined;
  /** Of answers; requests are UTF-8. */
  readonly charset?: Charset | undefined;
  /** Behind KF1011; null where the hub cannot reach it. */
  readonly passwords: Passwords | null;
}

/** What may be a name in a count: a request could say anything. */
const OPERATION = /^KF10\d\d$/;

const WEB_PAGE =
  '<!DOCTYPE html><html><head><title>502</title></head><body><h1>502 Bad Gateway</h1><br></body></html>';

/**
 * Not listening yet; closing it cuts connections that hang.
 *
 * @throws Error when `dataDir` holds no operator.
 */
export function createBossSimulator(options: BossOptions): FastifyInstance {
  const { charset = 'UTF-8', passwords } = options;
  const operator = openOperator(options.dataDir, options.now);
  const [calls, writes, plan] = [createCallCounts(), createCallCounts(), createFaultPlan()];
  const answer = createAnswerer({
    operations: createOperations(operator, passwords),
    transactions: createTransactions(),
    writes,
  });
  let answers = 0;

  async function receive(protocol: Protocol, http: FastifyRequest, reply: FastifyReply) {
    const request = protocol.read(new URLSearchParams(String(http.body)));
    if (request === null) return plain(reply, 400, `This is no ${protocol.root} request.`);
    const operation = request.header.get('ActivityCode') ?? '';
    const asked = parseFaults(http.headers['x-boss-fault']);
    if (typeof asked === 'string') return plain(reply, 400, asked);
    calls.count(OPERATION.test(operation) ? operation : 'unknown');
    const faults = [...asked, ...plan.take(operation)];
    // Told, so that a test can tell a fault that it met from one that never came.
    if (faults.length > 0) reply.header('x-boss-fault', faults.map(({ name }) => name).join(','));
    if (findFault(faults, 'http-500')) return plain(reply, 500, 'Internal Server Error');
    if (findFault(faults, 'html-page')) return reply.type('text/html').send(WEB_PAGE);

    const response = await answer(request, faults);
    if (response === 'no effect') return plain(reply, 501, 'A fault found nothing to act on.');
    return deliver(reply, toHttp(protocol, request, response, faults), faults);
  }

  function toHttp(protocol: Protocol, { header }: BossRequest, response: Response, faults: readonly Fault[]) {
    const encoding = chooseEncoding(charset, faults);
    const madeAt = toStamp(operator.nowSeconds);
    const spoilt = spoilEnvelope(
      {
        header,
        transIdo: header.get('TransIDO') ?? '',
        testFlag: header.get('TestFlag') ?? '',
        transIdh: `H${madeAt}${String(++answers).padStart(8, '0')}`,
        madeAt,
        response: response.response,
        content: contentText(response, encoding.inXml),
      },
      faults,
    );
    const whole = spoilDocument(declaration(encoding.inXml) + protocol.write(spoilt), 'envelope', faults);
    const document = findFault(faults, 'duplicate-answer') ? whole + whole : whole;
    return {
      contentType: protocol.contentType + (encoding.inHttp === null ? '' : `; charset=${encoding.inHttp}`),
      body: protocol.toBody(encode(document, encoding, faults)),
    };
  }

  const app = fastify({ logger: false, forceCloseConnections: true });
  app.addHook('onRequest', async (_, reply) => void reply.header('x-boss-synthetic', 'true'));
  app.addHook('onClose', async () => operator.close());
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, body),
  );
  for (const protocol of [interBoss, uniBss]) {
    app.post(protocol.path, (http, reply) => receive(protocol, http, reply));
  }
  app.register(controlRoutes({ plan, calls, writes }));
  return app;
}

function plain(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${text}\n`);
}
