import { getEventListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { testRequest } from '#kit/testing/viewer';
import type { SubgraphCall, Transport } from '../engine/transport.ts';
import { createHttpTransport, type HttpTransportOptions } from './http.ts';

const REQUEST = { contexts: new Map<string, object>(), asker: testRequest() };
const TEXT = 'query($id:ID!){person(id:$id){name}}';
const MAX_BYTES = 2_000;
/** So long that what is found out can't be the deadline. */
const PATIENT_MS = 20_000;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function transportTo(url: string, options: Partial<HttpTransportOptions> = {}): Transport {
  const transport = createHttpTransport({
    name: 'money',
    url,
    deadlineMs: PATIENT_MS,
    maxBytes: MAX_BYTES,
    ...options,
  });
  closers.push(() => transport.close?.());
  return transport;
}

function callTo(url: string, options: Partial<HttpTransportOptions> = {}): SubgraphCall {
  return transportTo(url, options).prepare({ kind: 'query', text: TEXT, document: parse(TEXT) });
}

interface Subject {
  readonly url: string;
  readonly server: Server;
  /** Of all connections, open and closed. */
  readonly sockets: readonly Socket[];
}

async function listen(server: Server, protocol = 'http'): Promise<Subject> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    sockets.push(socket);
    // A connection that the client cuts is what many tests are about.
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    server,
    sockets,
    url: `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const serve = (handler: Handler): Promise<Subject> => listen(createServer(handler));

/** A server below HTTP, that says something when it is asked. */
const serveRaw = (say: (socket: Socket) => void): Promise<Subject> =>
  listen(createTcpServer((socket) => socket.once('data', () => say(socket))));

const send =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

const never: Handler = () => {};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function errorOf(answer: ReturnType<SubgraphCall>): Promise<GraphQLError> {
  const error = await Promise.resolve(answer).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof GraphQLError) return error;
  throw new Error('It did not fail as it should.', { cause: error });
}

describe('HTTP transport', () => {
  it('posts the text and the variables as GraphQL over HTTP says', async () => {
    const asked = Promise.withResolvers<object>();
    const { url } = await serve((request, response) => {
      const { method, headers } = request;
      void bodyOf(request).then((text) => {
        asked.resolve({ method, url: request.url, headers, body: JSON.parse(text) });
        send('{"data":{}}')(request, response);
      });
    });
    await callTo(`${url}?tenant=1`)({ id: '"1"', name: '王' }, REQUEST);

    expect(await asked.promise).toMatchObject({
      method: 'POST',
      url: '/graphql?tenant=1',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
      },
      body: { query: TEXT, variables: { id: '"1"', name: '王' } },
    });
  });

  it('reads an answer that comes in pieces, even of a character', async () => {
    const bytes = Buffer.from('{"data":{"name":"王小明"}}');
    const drip = async (response: ServerResponse): Promise<void> => {
      for (const byte of bytes) {
        response.write(Buffer.of(byte));
        await setImmediate();
      }
      response.end();
    };
    const { url } = await serve((_, response) => void drip(response));

    expect(await callTo(url)({}, REQUEST)).toEqual({ data: { name: '王小明' } });
  });

  it('keeps its connection for the next request', async () => {
    const { url, sockets } = await serve(send('{"data":{}}'));
    const call = callTo(url);
    for (let nth = 0; nth < 5; nth++) {
      await call({}, REQUEST);
      // The pool takes a connection back in its turn of the event loop.
      await setImmediate();
    }

    expect(sockets).toHaveLength(1);
  });

  it('keeps to the number of connections it was given', async () => {
    const { url, sockets } = await serve(send('{"data":{}}'));
    const call = callTo(url, { connections: 2 });
    await Promise.all(Array.from({ length: 20 }, async () => call({}, REQUEST)));

    expect(sockets.length).toBeLessThanOrEqual(2);
  });

  it('lets go of its connections, however often it is told to', async () => {
    const { url, sockets } = await serve(send('{"data":{}}'));
    const transport = transportTo(url);
    const call = transport.prepare({ kind: 'query', text: TEXT, document: parse(TEXT) });
    await call({}, REQUEST);
    const closed = new Promise((resolve) => sockets[0]?.once('close', resolve));
    await Promise.all([transport.close?.(), transport.close?.()]);
    await closed;

    expect(await errorOf(call({}, REQUEST))).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
  });

  it("passes on a subgraph's errors, and names the source where they do not", async () => {
    const reason = {
      message: 'The system gave no reason.',
      path: undefined,
      extensions: { source: 'money' },
    };
    const own = {
      message: 'No.',
      path: ['person', 0],
      extensions: { code: 'SOURCE_TIMEOUT', source: 'boss' },
    };
    const errors = [
      own,
      { message: 'No.', extensions: { code: 'X', source: null } },
      { message: 7, path: 'person', extensions: 'none' },
      { path: ['person', null] },
      'broken',
    ];
    const { url } = await serve(send(JSON.stringify({ data: { person: null }, errors })));

    expect(await callTo(url)({}, REQUEST)).toEqual({
      data: { person: null },
      errors: [
        own,
        { message: 'No.', path: undefined, extensions: { code: 'X', source: 'money' } },
        reason,
        reason,
        reason,
      ],
    });
  });

  it.each([
    [200, '{"data":{"a":1},"errors":null}', { data: { a: 1 } }],
    [200, '{"data":{"a":1},"errors":[]}', { data: { a: 1 } }],
    [200, '{"data":null,"errors":[{"message":"No."}]}', { data: null, errors: [{ message: 'No.' }] }],
    [400, '{"errors":[{"message":"No."}]}', { data: null, errors: [{ message: 'No.' }] }],
    [500, '{"errors":[{"message":"No."}]}', { data: null, errors: [{ message: 'No.' }] }],
    [500, '{"data":{"a":1}}', { data: { a: 1 } }],
  ])('takes a well-formed answer for what it is, with the status %i: %s', async (status, body, answer) => {
    const { url } = await serve(send(body, status));

    expect(await callTo(url)({}, REQUEST)).toMatchObject(answer);
  });
});

describe('what is no answer', () => {
  it.each<[string, string, Handler]>([
    ['an empty body', 'SOURCE_MALFORMED', send('')],
    ['no content', 'SOURCE_MALFORMED', send('', 204)],
    ['no JSON', 'SOURCE_MALFORMED', send('<html></html>')],
    ['truncated JSON', 'SOURCE_MALFORMED', send('{"data":{"person":{"name":"W')],
    ['an empty object', 'SOURCE_MALFORMED', send('{}')],
    ['a list', 'SOURCE_MALFORMED', send('[]')],
    ['null', 'SOURCE_MALFORMED', send('null')],
    ['no data and no errors', 'SOURCE_MALFORMED', send('{"data":null}')],
    ['no data and an empty list of errors', 'SOURCE_MALFORMED', send('{"data":null,"errors":[]}')],
    ['data that is a list', 'SOURCE_MALFORMED', send('{"data":[]}')],
    ['data that is text, with errors', 'SOURCE_MALFORMED', send('{"data":"","errors":[{"message":"No."}]}')],
    ['data, and errors that are no list', 'SOURCE_MALFORMED', send('{"data":{"a":null},"errors":"No."}')],
    [
      'text in another encoding',
      'SOURCE_MALFORMED',
      send(Buffer.from('{"data":{"a":"\xcd\xf5"}}', 'latin1')),
    ],
    ['a proxy that says the server is away', 'SOURCE_UNAVAILABLE', send('<html>Bad gateway</html>', 502)],
    ['a refusal that is no GraphQL answer', 'SOURCE_UNAVAILABLE', send('{"error":"No."}', 401)],
    ['a redirect', 'SOURCE_UNAVAILABLE', send('', 302, { location: 'http://127.0.0.1:1/' })],
  ])('%s', async (_, code, handler) => {
    const { url } = await serve(handler);

    expect(await errorOf(callTo(url)({}, REQUEST))).toMatchObject({
      path: undefined,
      extensions: { code, source: 'money' },
    });
  });
});

const HEAD = 'HTTP/1.1 200 OK\r\n';

function every10Ms(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 10);
  socket.on('close', () => clearInterval(timer));
}

describe('a connection that fails', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['reset before the answer', (socket) => socket.resetAndDestroy()],
    ['closed before the answer', (socket) => socket.end()],
    [
      'reset in the middle of the body',
      (socket) => socket.write(`${HEAD}content-length: 99\r\n\r\n{"data":`, () => socket.resetAndDestroy()),
    ],
    ['closed in the middle of the body', (socket) => socket.end(`${HEAD}content-length: 99\r\n\r\n{"data":`)],
    ['closed between chunks', (socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`)],
    ['not speaking HTTP', (socket) => socket.end('220 mail.example ESMTP\r\n')],
  ])('%s', async (_, say) => {
    const { url } = await serveRaw(say);

    expect(await errorOf(callTo(url)({}, REQUEST))).toMatchObject({
      extensions: { code: 'SOURCE_UNAVAILABLE' },
    });
  });

  it('refused, is told in words that hold no address', async () => {
    const { url, server } = await serve(never);
    await new Promise((resolve) => server.close(resolve));

    expect((await errorOf(callTo(url)({}, REQUEST))).toJSON()).toEqual({
      message: 'The money system is not reachable.',
      extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'money' },
    });
  });

  it('to a name without an address', async () => {
    // Too long to be a name: nobody is asked.
    const error = await errorOf(callTo(`http://${'n'.repeat(64)}.invalid/`)({}, REQUEST));

    expect(error).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
  });
});

describe('the log', () => {
  it.each<[string, () => Promise<Subject>]>([
    ['UND_ERR_SOCKET', () => serveRaw((socket) => socket.end())],
    ['UND_ERR_RESPONSE', () => serve(send('<html>Bad gateway</html>', 502))],
  ])('has the cause: %s', async (code, start) => {
    const { url } = await start();

    expect(await errorOf(callTo(url)({}, REQUEST))).toMatchObject({ originalError: { code } });
  });
});

describe('the deadline', () => {
  it.each<[string, () => Promise<Subject>]>([
    ['no answer', () => serve(never)],
    ['a handshake that does not end', () => listen(createTcpServer(), 'https')],
    [
      'headers that drip',
      () =>
        serveRaw((socket) => {
          socket.write(`${HEAD}x: `);
          every10Ms(socket, 'x');
        }),
    ],
    ['a body that stops', () => serveRaw((socket) => socket.write(`${HEAD}content-length: 99\r\n\r\n{`))],
    [
      'a body that drips',
      () =>
        serveRaw((socket) => {
          socket.write(`${HEAD}content-length: 2000\r\n\r\n`);
          every10Ms(socket, ' ');
        }),
    ],
  ])('is for all of it: %s', async (_, start) => {
    const { url } = await start();

    expect((await errorOf(callTo(url, { deadlineMs: 100 })({}, REQUEST))).toJSON()).toEqual({
      message: 'The money system was too slow.',
      extensions: { code: 'SOURCE_TIMEOUT', retryable: true, source: 'money' },
    });
  });

  it('of a mutation is its own: it may take longer than a query', async () => {
    const late = await serve((request, response) => {
      void setTimeout(300).then(() => send('{"data":{"paid":true}}')(request, response));
    });
    const hanging = await serve(() => {});
    const pay = (url: string, mutationDeadlineMs: number): SubgraphCall =>
      transportTo(url, { deadlineMs: 50, mutationDeadlineMs }).prepare({
        kind: 'mutation',
        text: 'mutation { paid }',
        document: parse('mutation { paid }'),
      });

    expect(await pay(late.url, PATIENT_MS)({}, REQUEST)).toEqual({ data: { paid: true } });
    expect(await errorOf(pay(hanging.url, 100)({}, REQUEST))).toMatchObject({
      extensions: { code: 'SOURCE_TIMEOUT' },
    });
  });

  it('ends the waiting for a connection, and what waited is never sent', async () => {
    const asked: string[] = [];
    const { url } = await serve((request, response) => {
      void bodyOf(request).then((text) => {
        const { nth } = JSON.parse(text).variables;
        asked.push(nth);
        if (nth !== 'first') send('{"data":{}}')(request, response);
      });
    });
    const call = callTo(url, { deadlineMs: 500, connections: 1 });
    const errors = await Promise.all(['first', 'second'].map((nth) => errorOf(call({ nth }, REQUEST))));
    await call({ nth: 'third' }, REQUEST);

    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['SOURCE_TIMEOUT', 'SOURCE_TIMEOUT']);
    expect(asked).toEqual(['first', 'third']);
  });
});

describe('more than is accepted', () => {
  it('is refused without being read where the server says how much it is', async () => {
    const { url } = await serveRaw((socket) =>
      socket.write(`${HEAD}content-length: ${MAX_BYTES + 1}\r\n\r\n`),
    );

    expect((await errorOf(callTo(url)({}, REQUEST))).toJSON()).toEqual({
      message: 'The money system sent more than is accepted.',
      extensions: { code: 'SOURCE_TOO_LARGE', retryable: false, source: 'money' },
    });
  });

  it('is cut off where the server does not say', async () => {
    const closed = Promise.withResolvers<void>();
    const { url } = await serve((_, response) => {
      response.on('close', closed.resolve);
      const write = (): void => {
        if (!response.destroyed)
          response.write(Buffer.alloc(1_000, ' '), () => void setImmediate().then(write));
      };
      write();
    });

    expect(await errorOf(callTo(url)({}, REQUEST))).toMatchObject({
      extensions: { code: 'SOURCE_TOO_LARGE' },
    });
    await closed.promise;
  });

  it('is not what is just accepted', async () => {
    const { url } = await serve(send('{"data":{}}'.padEnd(MAX_BYTES)));

    expect(await callTo(url)({}, REQUEST)).toEqual({ data: {} });
  });
});

describe('a client that leaves', () => {
  it.each<[string, string]>([
    ['before the answer', ''],
    ['in the middle of the answer', `${HEAD}content-length: 99\r\n\r\n{"data":`],
  ])('%s has the request called off', async (_, said) => {
    const arrived = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    const { url } = await serveRaw((socket) => {
      socket.on('close', () => closed.resolve());
      socket.write(said, () => arrived.resolve());
    });
    const leaving = new AbortController();
    const error = errorOf(callTo(url)({}, { ...REQUEST, leaving: () => leaving.signal }));
    await arrived.promise;
    await setTimeout(20);
    leaving.abort();

    expect(await error).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE', source: 'money' } });
    await closed.promise;
    expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(0);
  });

  it('is not asked for when it has left already', async () => {
    const asked: string[] = [];
    const { url } = await serve((request, response) => {
      void bodyOf(request).then((text) => {
        asked.push(JSON.parse(text).variables.nth);
        send('{"data":{}}')(request, response);
      });
    });
    const call = callTo(url, { connections: 1 });
    const error = await errorOf(call({ nth: 'first' }, { ...REQUEST, leaving: () => AbortSignal.abort() }));
    await call({ nth: 'second' }, REQUEST);

    expect(error).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
    expect(asked).toEqual(['second']);
  });

  it.each<[string, Handler]>([
    ['there', send('{"data":{}}')],
    ['no answer', send('{}')],
    ['too late', never],
    ['too large', send(Buffer.alloc(MAX_BYTES + 1, ' '))],
    ['cut off', (_, response) => void response.destroy()],
  ])('is no longer listened for when the answer is %s', async (_, handler) => {
    const { url } = await serve(handler);
    const { signal } = new AbortController();
    const answer = Promise.resolve(
      callTo(url, { deadlineMs: 300 })({}, { ...REQUEST, leaving: () => signal }),
    );
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await Promise.allSettled([answer]);

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
