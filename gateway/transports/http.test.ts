import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { SubgraphCall, Transport } from '../engine/transport.ts';
import { createHttpTransport, type HttpTransportOptions } from './http.ts';

const TEXT = 'query($id:ID!){person(id:$id){name}}';
const MAX_BYTES = 2_000;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function transportTo(url: string, options: Partial<HttpTransportOptions> = {}): [SubgraphCall, Transport] {
  const transport = createHttpTransport({
    name: 'money',
    url,
    deadlineMs: 150,
    maxBytes: MAX_BYTES,
    ...options,
  });
  closers.push(() => transport.close?.());
  return [transport.prepare({ kind: 'query', text: TEXT, document: parse(TEXT) }), transport];
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(handler: Handler): Promise<{ url: string; server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const send =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

async function callWith(handler: Handler, options: Partial<HttpTransportOptions> = {}) {
  const { url } = await serve(handler);
  const [call] = transportTo(url, options);
  return call({ id: '1' }, {});
}

describe('HTTP transport', () => {
  it('posts the text and the variables as GraphQL over HTTP says', async () => {
    const seen: {
      method?: string | undefined;
      url?: string | undefined;
      headers?: IncomingMessage['headers'];
      body?: unknown;
    } = {};
    const { url } = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        Object.assign(seen, {
          method: request.method,
          url: request.url,
          headers: request.headers,
          body: JSON.parse(body),
        });
        response.end('{"data":{"person":{"name":"王"}}}');
      });
    });
    const [call] = transportTo(url);

    expect(await call({ id: '"1"' }, {})).toEqual({ data: { person: { name: '王' } } });
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
      },
      body: { query: TEXT, variables: { id: '"1"' } },
    });
  });

  it('keeps its connections', async () => {
    let connections = 0;
    const { url, server } = await serve(send('{"data":{}}'));
    server.on('connection', () => {
      connections += 1;
    });
    const [call] = transportTo(url);
    for (let nth = 0; nth < 5; nth++) await call({ id: '1' }, {});

    // One to begin with, and one for a request that begins as the first answer ends.
    expect(connections).toBeLessThanOrEqual(2);
  });

  it("passes on a subgraph's errors, and names the source where they do not", async () => {
    const errors = [
      { message: 'No.', path: ['person', 0, 'name'], extensions: { code: 'SOURCE_TIMEOUT', source: 'boss' } },
      { message: 7, path: 'person', extensions: 'none' },
      'broken',
    ];

    expect(await callWith(send(JSON.stringify({ data: { person: null }, errors })))).toEqual({
      data: { person: null },
      errors: [
        {
          message: 'No.',
          path: ['person', 0, 'name'],
          extensions: { code: 'SOURCE_TIMEOUT', source: 'boss' },
        },
        { message: 'The system gave no reason.', path: undefined, extensions: { source: 'money' } },
        { message: 'The system gave no reason.', path: undefined, extensions: { source: 'money' } },
      ],
    });
  });

  it.each([400, 500])('takes a well-formed answer with the status %i as what it is', async (status) => {
    expect(await callWith(send('{"errors":[{"message":"No."}]}', status))).toMatchObject({
      data: null,
      errors: [{ message: 'No.' }],
    });
  });
});

const never: Handler = () => {};
const drip: Handler = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
};
const slowBody: Handler = (_, response) => {
  response.writeHead(200).write('{"data":');
};
const resetMidBody: Handler = (_, response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"data":');
  globalThis.setTimeout(() => response.destroy(), 10);
};
const endless: Handler = (_, response) => {
  response.writeHead(200);
  const write = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(1_000, ' '), () => setImmediate(write));
  };
  write();
};

describe('what goes wrong is typed', () => {
  it.each<[string, string, Handler]>([
    ['no answer', 'SOURCE_TIMEOUT', never],
    ['a body that drips', 'SOURCE_TIMEOUT', drip],
    ['a body that stops', 'SOURCE_TIMEOUT', slowBody],
    ['a connection reset in the middle of the body', 'SOURCE_UNAVAILABLE', resetMidBody],
    ['a proxy that says the server is away', 'SOURCE_UNAVAILABLE', send('<html>Bad gateway</html>', 502)],
    ['a redirect', 'SOURCE_UNAVAILABLE', send('', 302, { location: 'http://127.0.0.1:1/' })],
    ['an empty body', 'SOURCE_MALFORMED', send('')],
    ['no JSON', 'SOURCE_MALFORMED', send('<html></html>')],
    ['truncated JSON', 'SOURCE_MALFORMED', send('{"data":{"person":{"name":"W')],
    ['an empty object', 'SOURCE_MALFORMED', send('{}')],
    ['a list', 'SOURCE_MALFORMED', send('[]')],
    ['null', 'SOURCE_MALFORMED', send('null')],
    ['no data and no errors', 'SOURCE_MALFORMED', send('{"data":null}')],
    ['no data and an empty list of errors', 'SOURCE_MALFORMED', send('{"data":null,"errors":[]}')],
    ['data that is a list', 'SOURCE_MALFORMED', send('{"data":[]}')],
    [
      'text in another encoding',
      'SOURCE_MALFORMED',
      send(Buffer.from([...Buffer.from('{"data":{"a":"'), 0xcd, 0xf5, ...Buffer.from('"}}')])),
    ],
    ['more than is accepted, as it says', 'SOURCE_TOO_LARGE', send(Buffer.alloc(MAX_BYTES + 1, ' '))],
    ['more than is accepted, without saying', 'SOURCE_TOO_LARGE', endless],
  ])('%s', async (_, code, handler) => {
    await expect(callWith(handler)).rejects.toMatchObject({
      path: undefined,
      extensions: { code, source: 'money' },
    });
  });

  it('a server that is not there', async () => {
    const { url, server } = await serve(never);
    server.close();
    const [call] = transportTo(url);

    await expect(call({ id: '1' }, {})).rejects.toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
  });

  it('a host that has no address', async () => {
    const [call] = transportTo('http://nobody.invalid/graphql', { deadlineMs: 5_000 });

    await expect(call({ id: '1' }, {})).rejects.toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
  });

  it('a server that accepts a connection and says nothing', async () => {
    const server = createTcpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => void server.close());
    const [call] = transportTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);

    await expect(call({ id: '1' }, {})).rejects.toMatchObject({ extensions: { code: 'SOURCE_TIMEOUT' } });
  });

  it('says neither an address nor what the driver said', async () => {
    const { url, server } = await serve(never);
    server.close();
    const [call] = transportTo(url);

    const error = await Promise.resolve(call({ id: '1' }, {})).catch((caught: Error) => caught);
    expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
  });

  it('is over for the one request: the next is answered', async () => {
    let nth = 0;
    const { url } = await serve((request, response) => {
      nth += 1;
      (nth === 1 ? never : send('{"data":{"ok":true}}'))(request, response);
    });
    const [call] = transportTo(url);

    await expect(call({ id: '1' }, {})).rejects.toMatchObject({ extensions: { code: 'SOURCE_TIMEOUT' } });
    expect(await call({ id: '1' }, {})).toEqual({ data: { ok: true } });
  });
});

describe('a client that leaves', () => {
  it('has the request to the subgraph called off', async () => {
    const closed = Promise.withResolvers<string>();
    const arrived = Promise.withResolvers<void>();
    const { url } = await serve((_, response) => {
      arrived.resolve();
      response.on('close', () => closed.resolve('closed'));
    });
    const [call] = transportTo(url, { deadlineMs: 60_000 });
    const leaving = new AbortController();
    const answer = Promise.resolve(call({ id: '1' }, { signal: leaving.signal })).catch(
      ({ extensions }) => extensions.code,
    );
    await arrived.promise;
    leaving.abort();

    expect(await answer).toBe('SOURCE_UNAVAILABLE');
    expect(await Promise.race([closed.promise, setTimeout(5_000, 'still open', { ref: false })])).toBe(
      'closed',
    );
  });

  it('is not asked for when it has left already', async () => {
    let requests = 0;
    const { url } = await serve(() => {
      requests += 1;
    });
    const [call] = transportTo(url);

    await expect(call({ id: '1' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      extensions: { code: 'SOURCE_UNAVAILABLE' },
    });
    await setTimeout(20);
    expect(requests).toBe(0);
  });

  it('is no longer listened for once the answer is there', async () => {
    const { url } = await serve(send('{"data":{}}'));
    const [call] = transportTo(url);
    const { signal } = new AbortController();
    let listeners = 0;
    const counted = new Proxy(signal, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (key === 'addEventListener') listeners += 1;
        if (key === 'removeEventListener') listeners -= 1;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await call({ id: '1' }, { signal: counted });

    expect(listeners).toBe(0);
  });
});
