/** Reads long answers on a thread of its own. Started by ./answer-reader.ts. */
import { type Answer, type AnswerBytes, readAnswer } from './envelope.ts';

export function read(answer: AnswerBytes): Answer {
  return readAnswer(answer);
}

/** Answers once the thread has loaded what it needs. */
export function ready(): void {}
