/** Loaded into each process that `child.ts` starts: when its parent is gone, however that ended, it stops too. */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
