/** `@mercuriusjs/gateway` over the same subgraphs, with its JIT on. It knows Federation 1 only. */
import './older-graphql.ts';
import { readFileSync } from 'node:fs';
import gatewayModule from '@mercuriusjs/gateway';
import fastify from 'fastify';
import { toFederation1 } from './federation-1.ts';
import { readOptions } from './options.ts';

// The module is the plugin; its types say that the plugin is its `default`.
const mercuriusGateway = gatewayModule as unknown as typeof gatewayModule.default;

const { services, port } = readOptions('services', 'port');
const app = fastify();
await app.register(mercuriusGateway, {
  jit: 1,
  gateway: {
    services: services.split(',').map((service) => {
      const [name = '', url = ''] = service.split('=');
      const sdl = readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8');
      return { name, url, schema: toFederation1(name, sdl) };
    }),
  },
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
