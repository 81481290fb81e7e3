import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPlanner, type PlanNode, type Planner } from './planner.ts';
import { requiredApart, servedBy } from './required-apart.ts';
import { composeGraph } from './testing/graph.ts';
import { createMediaGraph } from './testing/graphs/media.ts';
import { createShopGraph } from './testing/graphs/shop.ts';
import { createSocialGraph } from './testing/graphs/social.ts';
import { withoutAccess } from './without-access.ts';

/** Systems in the order in which they are asked, those that are asked at once in one line, with a field of each. */
function levels(node: PlanNode | undefined): string[] {
  if (!node) return [];
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.flatMap(levels);
    case 'Parallel':
      return [node.nodes.flatMap(levels).sort().join(', ')];
    case 'Flatten':
      return levels(node.node);
    case 'Fetch':
      return [`${node.serviceName}: ${/(\w+)\W*$/.exec(node.operation)?.[1]}`];
    default:
      throw new Error(`The plan has a ${node.kind}.`);
  }
}

describe('a field that requires what another system has', () => {
  let planner: Planner;
  beforeAll(() => {
    planner = createPlanner(composeGraph(createShopGraph()).supergraphSdl);
  });
  afterAll(() => planner.close());

  it('waits for it alone: the other fields of its system do not', async () => {
    // `digest` is of the comments that reviews has.
    expect(levels(await planner.plan('{ product(id: "p1") { slogan digest } }'))).toEqual([
      'catalog: id',
      'marketing: slogan, reviews: text',
      'marketing: digest',
    ]);
  });

  it('brings what it returns along, entities too', async () => {
    const banner = '{ product(id: "p1") { banner { printer { site } } } }';
    expect(levels(await planner.plan(banner))).toEqual(['catalog: name', 'marketing: site']);
  });

  it('is nobody whom what it returns leads to otherwise', async () => {
    const printers = '{ printers { site depot { city } } }';
    expect(levels(await planner.plan(printers))).toEqual(['marketing: id', 'shipping: city']);
  });
});

describe('a supergraph', () => {
  it.each([
    ['in which no field requires anything', createSocialGraph],
    ['in which those that do are of interfaces', createMediaGraph],
  ])('%s stays as it is', (_, create) => {
    const sdl = withoutAccess(composeGraph(create()).supergraphSdl);
    expect(requiredApart(sdl)).toBe(sdl);
  });

  it('names for planners a second subgraph, which is served by the first', () => {
    const names = [
      ...requiredApart(composeGraph(createShopGraph()).supergraphSdl).matchAll(
        /@join__graph\(.*name: "([^"]+)"/g,
      ),
    ];

    expect(names.map(([, name = '']) => [name, servedBy(name)])).toContainEqual([
      'marketing (later)',
      'marketing',
    ]);
    expect(names.map(([, name = '']) => name)).not.toContain('catalog (later)');
  });
});
