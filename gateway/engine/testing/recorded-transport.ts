/** A subgraph that a test scripts: what was asked of it, and what it answers. */
import type { ClientRequest, SubgraphAnswer, Transport } from '../transport.ts';

export interface Asked {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly request: ClientRequest;
}

export interface RecordedTransport extends Transport {
  readonly asked: Asked[];
}

export function createRecordedTransport(
  answer: (asked: Asked) => SubgraphAnswer | Promise<SubgraphAnswer>,
): RecordedTransport {
  const asked: Asked[] = [];
  return {
    asked,
    prepare:
      ({ text }) =>
      (variables, request) => {
        const one = { text, variables, request };
        asked.push(one);
        return answer(one);
      },
  };
}
