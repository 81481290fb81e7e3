import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AnswerReader, createAnswerReader } from './answer-reader.ts';
import { type EnvelopeForm, readAnswer } from './envelope.ts';
import { answerBytes, answerText, found, mediaTypeOf } from './testing/answers.ts';

const OPERATION = 'KF1004';
const reader = createAnswerReader(2_000);
const { signal } = new AbortController();

afterAll(() => reader.close());

function answer(form: EnvelopeForm, elements: string) {
  const text = answerText(form, {
    operation: OPERATION,
    transactionId: 'T1',
    content: found(OPERATION, elements),
  });
  return { form, operation: OPERATION, contentType: mediaTypeOf(form), bytes: answerBytes(form, text) };
}

it.each(['InterBOSS', 'UniBSS'] as const)(
  'reads no %s answer that is cut short, whatever byte is last',
  (form) => {
    const whole = answer(
      form,
      '<AcctNum>1</AcctNum><Acct><AcctID>1</AcctID><CashAmount>25000</CashAmount></Acct>',
    );
    const lengths = Array.from(whole.bytes, (_, length) => length);
    const accepted = lengths.filter((length) => {
      try {
        return readAnswer({ ...whole, bytes: whole.bytes.subarray(0, length) });
      } catch {
        return false;
      }
    });
    expect(accepted).toEqual([]);
    expect(readAnswer(whole).content?.children).toHaveLength(4);
  },
);

it('keeps no long answer waiting while the thread starts', async () => {
  const long = answer('UniBSS', '<N>中</N>'.repeat(1_000));
  expect(await reader.read(long, signal)).toEqual(readAnswer(long));
  expect(reader.readApart()).toBe(0);
});

it('reads long answers on a thread, to the same result, and short ones at once', async () => {
  const short = answer('InterBOSS', '<N>1</N>');
  const long = answer('InterBOSS', '<N>中</N>'.repeat(1_000));
  expect(await reader.read(short, signal)).toEqual(readAnswer(short));
  expect(reader.readApart()).toBe(0);

  await reader.ready();
  expect(await reader.read(long, signal)).toEqual(readAnswer(long));
  expect(reader.readApart()).toBe(1);
  await expect(reader.read({ ...long, bytes: long.bytes.subarray(1) }, signal)).rejects.toThrow(
    'The text is not one XML document.',
  );
});

describe('an answer that would hold up everybody for long', () => {
  const long = answer('InterBOSS', '<N>中</N>'.repeat(1_000));
  let reader: AnswerReader;

  beforeEach(() => {
    reader = createAnswerReader(1_000, 2_000);
  });
  afterEach(() => reader.close());

  it('waits for the thread to start', async () => {
    expect(await reader.read(long, signal)).toEqual(readAnswer(long));
    expect(reader.readApart()).toBe(1);
  });

  it('is not read where nobody waits for it any more', async () => {
    const controller = new AbortController();
    const [first, second, third] = [signal, controller.signal, signal].map((each) => reader.read(long, each));
    controller.abort();
    await expect(second).rejects.toThrow('aborted');
    expect(await Promise.all([first, third])).toEqual([readAnswer(long), readAnswer(long)]);
    expect(reader.readApart()).toBe(2);
  });

  it('costs no thread where its time is over while it is read', async () => {
    let threads = 0;
    const count = (): void => void threads++;
    subscribe('worker_threads', count);
    await reader.ready();
    const controller = new AbortController();
    const huge = answer('InterBOSS', '<N>中</N>'.repeat(20_000));
    const read = reader.read(huge, controller.signal);
    while (reader.readApart() === 0) await setImmediate();
    controller.abort();
    await expect(read).rejects.toThrow('aborted');
    expect(await reader.read(long, signal)).toEqual(readAnswer(long));
    unsubscribe('worker_threads', count);
    expect(threads).toBe(1);
  });
});
