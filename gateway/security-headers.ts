/**
 * Headers that keep a browser from doing more with an answer than showing it,
 * those of helmet. They never change, and helmet works them out for each
 * request: under load that took more than the rest of the way through fastify,
 * and its garbage lived until the next full collection.
 */
import fp from 'fastify-plugin';

const HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
  // An answer is its asker's; pages say otherwise for themselves.
  'cache-control': 'no-store',
} as const;

/** A route may set any of them to something else. What ends TLS before the gateway adds the one for that. */
export const securityHeaders = fp(async (app) => {
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(HEADERS);
    done();
  });
});
