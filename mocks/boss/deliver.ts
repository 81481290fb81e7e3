/** Sends an answer's bytes, or fails to as a fault says. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { type Fault, findFault } from './faults.ts';

const DRIP_MS = 50;

interface HttpAnswer {
  readonly contentType: string;
  readonly body: Buffer;
}

export async function deliver(
  reply: FastifyReply,
  answer: HttpAnswer,
  faults: readonly Fault[],
): Promise<FastifyReply> {
  const { raw } = reply;
  const has = (name: Fault['name']): boolean => findFault(faults, name) !== undefined;
  const delay = findFault(faults, 'delay');
  // Whoever asked may have gone by then.
  if (delay && !(await waited(Number(delay.param), raw))) return reply.hijack();
  if (has('hang')) return reply.hijack();
  if (has('drop')) {
    raw.socket?.resetAndDestroy();
    return reply.hijack();
  }

  const body = cutShort(answer.body, faults);
  if (has('drip')) {
    reply.hijack();
    begin(reply, answer.contentType, body.length);
    await drip(raw, body);
    return reply;
  }
  if (has('drop-midway')) {
    reply.hijack();
    begin(reply, answer.contentType, body.length);
    // Only when that half has left is there a way midway.
    raw.write(body.subarray(0, body.length / 2), () => raw.socket?.resetAndDestroy());
    return reply;
  }
  return reply.type(answer.contentType).send(body);
}

function cutShort(body: Buffer, faults: readonly Fault[]): Buffer {
  if (findFault(faults, 'empty-answer')) return Buffer.alloc(0);
  const truncate = findFault(faults, 'truncate');
  return truncate ? body.subarray(0, Number(truncate.param)) : body;
}

async function drip(raw: ServerResponse, body: Buffer): Promise<void> {
  for (const byte of body) {
    raw.write(Buffer.of(byte));
    if (!(await waited(DRIP_MS, raw))) return;
  }
  raw.end();
}

function begin(reply: FastifyReply, contentType: string, length: number): void {
  reply.headers({ 'content-type': contentType, 'content-length': length });
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200);
  reply.raw.flushHeaders();
}

/** False when the connection was closed before. */
async function waited(ms: number, raw: ServerResponse): Promise<boolean> {
  const closed = new AbortController();
  const abort = (): void => closed.abort();
  raw.once('close', abort);
  try {
    await sleep(ms, undefined, { signal: closed.signal });
    return true;
  } catch {
    return false;
  } finally {
    raw.off('close', abort);
  }
}
