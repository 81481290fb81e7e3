/** Panorama in process, without who asks: no tokens, no rules, no record. What access costs is measured against it. */

import { createApp } from '../../gateway/app.ts';
import { withoutAccess } from '../../gateway/engine/without-access.ts';
import { accessAs } from '../../gateway/testing/test-access.ts';
import { testViewer } from '../../subgraphs/kit/testing/viewer.ts';
import { openData } from '../open-data.ts';
import { readOptions } from './options.ts';

const { data, port } = readOptions('data', 'port');
const { supergraphSdl, subgraphs, operations } = await openData(data);
const app = await createApp({
  ...accessAs(testViewer()),
  supergraphSdl: withoutAccess(supergraphSdl),
  subgraphs,
  operations,
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
