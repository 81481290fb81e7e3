import { defineConfig } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

export default defineConfig({
  base: '/explorer/',
  define: { __VERSION__: JSON.stringify(manifest.version) },
  build: {
    // Monaco is one chunk of megabytes whatever we do; the warning tells nothing new.
    chunkSizeWarningLimit: 5_000,
    // Runs at each `npm ci`: gzip sizes for the log cost seconds.
    reportCompressedSize: false,
    // "use client" of React libraries means nothing in a bundle without a server.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
