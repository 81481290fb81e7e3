/** A process of a toy service: `node toy-child.ts [welcome]`. */
import { setInterval } from 'node:timers';

const [, , welcome] = process.argv;
const working = setInterval(() => {}, 60_000);
process.once('SIGTERM', () => {
  console.log('stopped');
  clearInterval(working);
  // What tells of its parent's end would keep it.
  if (process.connected) process.disconnect();
});
process.send?.({ serving: 'http://127.0.0.1:1', ...(welcome !== undefined && { welcome }) });
console.log(`process ${process.pid}`);
