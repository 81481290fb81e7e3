/** A server that says what a test wants, and notes what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EnvelopeForm } from '../envelope.ts';
import { answerBytes, answerText, found, mediaTypeOf, type Said } from './answers.ts';

export interface Asked {
  readonly path: string;
  readonly fields: URLSearchParams;
  readonly operation: string;
  readonly transactionId: string;
}

export interface Hub {
  readonly url: string;
  readonly asked: Asked[];
  /** Requests that are not answered yet. */
  readonly open: () => number;
  /** What is said from now on. */
  answer(how: Answering): void;
  close(): Promise<void>;
}

type Answering = (asked: Asked, response: ServerResponse, form: EnvelopeForm) => void | Promise<void>;

export async function startHub(): Promise<Hub> {
  const asked: Asked[] = [];
  let answering: Answering = say();
  let open = 0;
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const each = await read(request);
    asked.push(each);
    open++;
    response.once('close', () => open--);
    await answering(each, response, each.path.endsWith('/unibss') ? 'UniBSS' : 'InterBOSS');
  }
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    open: () => open,
    answer(how) {
      answering = how;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with these elements, or as told. */
export function say(elements = '', told: Partial<Said> = {}): Answering {
  return ({ operation, transactionId }, response, form) => {
    const said: Said = { operation, transactionId, content: found(operation, elements), ...told };
    response.setHeader('content-type', `${mediaTypeOf(form)}; charset=UTF-8`);
    response.end(answerBytes(form, answerText(form, said)));
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const fields = new URLSearchParams(body);
  const head = fields.get('xmlhead') ?? fields.get('xmlmsg') ?? '';
  const textOf = (name: string): string => head.split(`<${name}>`)[1]?.split('</')[0] ?? '';
  return {
    path: request.url ?? '',
    fields,
    operation: textOf('ActivityCode'),
    transactionId: textOf('TransIDO'),
  };
}
