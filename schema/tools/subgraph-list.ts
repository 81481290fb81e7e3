/** `rover.yaml`, the one list of subgraphs, read with the SDL it points to. */
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { type DocumentNode, parse, Source } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

export interface ListedSubgraph {
  readonly name: string;
  readonly url: string;
  /** Path of the SDL file, from the root of the repository. */
  readonly file: string;
  readonly typeDefs: DocumentNode;
}

const roverFile = z.object({
  subgraphs: z.record(z.string(), z.object({ routing_url: z.url(), schema: z.object({ file: z.string() }) })),
});

/**
 * Reads every subgraph that `rover.yaml` names, in its order.
 *
 * @throws Error when the list is malformed or an SDL file is missing;
 *   GraphQLError, with file and line, when an SDL file does not parse.
 */
export function loadSubgraphList(root: string): ListedSubgraph[] {
  const { subgraphs } = roverFile.parse(parseYaml(readFileSync(join(root, 'rover.yaml'), 'utf8')));
  return Object.entries(subgraphs).map(
    ([
      name,
      {
        routing_url: url,
        schema: { file },
      },
    ]) => {
      const sdl = readFileSync(join(root, file), 'utf8');
      return { name, url, file: normalize(file), typeDefs: parse(new Source(sdl, file)) };
    },
  );
}
