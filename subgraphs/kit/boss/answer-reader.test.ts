import { afterAll, expect, it } from '@jest/globals';
import { createAnswerReader } from './answer-reader.ts';
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
