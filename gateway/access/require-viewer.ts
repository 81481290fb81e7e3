/** Lets nobody into the routes beside it without a valid token: before a body is read. */
import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import { GraphQLError } from 'graphql';
import type { Viewer } from '#kit/viewer';
import type { Access } from './access.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null only where a route lets everybody in. */
    viewer: Viewer | null;
  }
}

interface RequireViewerOptions {
  readonly access: Access;
}

const plugin: FastifyPluginAsync<RequireViewerOptions> = async (app, { access }) => {
  app.decorateRequest('viewer', null);
  // With a callback: a token is nearly always known, and a promise would cost every request a turn.
  app.addHook('onRequest', (request, reply, done) => {
    const admit = (viewer: Viewer): void => {
      request.viewer = viewer;
      done();
    };
    const refuse = (refusal: Error): void => {
      // Says how to sign in; the header does not go with other refusals.
      if (isUnauthenticated(refusal)) reply.header('www-authenticate', 'Bearer');
      done(refusal);
    };
    try {
      const identified = access.identify(request);
      if (identified instanceof Promise) identified.then(admit, refuse);
      else admit(identified);
    } catch (refusal) {
      refuse(refusal as Error);
    }
  });
};

function isUnauthenticated(refusal: Error): boolean {
  return refusal instanceof GraphQLError && refusal.extensions['code'] === 'UNAUTHENTICATED';
}

export const requireViewer = fp(plugin);
