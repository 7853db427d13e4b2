/** Tools from Debian that a test needs beside npm's: installed where we may. */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often the lists of packages are asked for while another test has them, and how long between, in milliseconds. */
const tries = 60;
const pauseMs = 2_000;

/**
 * Whether the tool is there, or now is. Else one line says that the test is not run; under CI that is a failure.
 * @param probe a command that ends with 0 where the tool is there.
 */
export async function haveDebian(name: string, probe: [string, ...string[]]): Promise<boolean> {
  const isThere = () => spawnSync(probe[0], probe.slice(1), { stdio: 'ignore' }).status === 0;
  if (isThere()) return true;
  const may =
    process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (
    may &&
    (await apt('update')) &&
    (await apt('install', '-y', '--no-install-recommends', name)) &&
    isThere()
  )
    return true;
  if (process.env.CI === 'true') throw new Error(`${name} is not there and could not be installed`);
  console.log(`not run: needs ${name} from Debian`);
  return false;
}

/** Two tests may want something at once: who finds the lists taken waits for them. */
async function apt(...words: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let left = tries; left > 0; left--) {
    const { status, stderr } = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...words], {
      env,
    });
    if (status === 0) return true;
    if (!/lock/i.test(String(stderr))) return false;
    await sleep(pauseMs);
  }
  return false;
}
