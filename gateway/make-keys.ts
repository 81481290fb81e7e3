/** `npm run keys -- FILE`: makes the secrets of a service, for nobody else to read. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { newKeysFile } from '#kit/keys';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say where to: npm run keys -- FILE');
  process.exitCode = 2;
} else {
  const id = `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`;
  try {
    // Never in the place of another: what was signed and hashed with its keys would be worth nothing.
    writeFileSync(file, newKeysFile(id), { mode: 0o600, flag: 'wx' });
    console.log(`${file} is made. Start the service with PANORAMA_KEYS=${file}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
