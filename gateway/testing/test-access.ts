/** What a test's gateway is built with: who asks is decided by the test. */
import { testViewer } from '#kit/testing/viewer';
import type { Viewer } from '#kit/viewer';
import type { AppOptions } from '../app.ts';

/** Everybody is this viewer, by default one who may see everything; nothing is recorded. */
export function accessAs(
  viewer: Viewer = testViewer(),
): Pick<AppOptions, 'access' | 'recorder' | 'hashAddress'> {
  const record = { accesses: { saw() {}, refused() {} }, finish: () => undefined };
  return {
    access: { identify: () => viewer },
    recorder: { begin: () => record },
    hashAddress: () => 'test',
  };
}
