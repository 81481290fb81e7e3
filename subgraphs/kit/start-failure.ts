/** Why a process did not start: one clear line for what an operator can mend. A stack helps nobody here. */
export function explainStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port is in use. Stop what uses it, or choose another one.';
  if (code === 'ENOENT' && path !== undefined) return `There is no file ${path}.`;
  const why = reasonBehind(error);
  return why === '' ? error.message : `${error.message} (${why})`;
}

/** Of a system that is not reachable: who starts the service may know where it is, and as whom it is asked. */
function reasonBehind(error: Error): string {
  if (!('originalError' in error) || !(error.originalError instanceof Error)) return '';
  const { message, code } = error.originalError as NodeJS.ErrnoException;
  return message || String(code ?? '');
}
