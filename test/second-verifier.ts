/**
 * A verifier of logs that shares no code with the program: second-verifier/, on the Go project's own packages.
 * Built once for the whole run, by the first test that asks; where its tools are absent and we are root on a machine
 * with apt-get, they are installed.
 */
import { type ExecFileException, execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';

const run = promisify(execFile);

const goPath = '/usr/share/gocode';
const packages = ['golang-go', 'golang-golang-x-mod-dev'];
const needed = `needs Debian's ${packages.join(' and ')}`;
/** Beyond what a slow mirror takes. */
const installTimeoutMs = 15 * 60_000;
const buildTimeoutMs = 5 * 60_000;

/** `absent`: its tools are not here and cannot be installed. `broken`: they are, and it cannot be built. */
type Built = { kind: 'ready'; program: string } | { kind: 'absent' | 'broken'; why: string };

/**
 * `it` for a test that runs the second verifier. Where its tools are absent the test is not run and one line says so;
 * under CI it is run all the same, and fails.
 */
export async function itWithSecondVerifier(): Promise<ReturnType<typeof it.runIf>> {
  const built = await buildOnce();
  if (built.kind !== 'absent' || process.env.CI === 'true') return it;
  console.log(`not run: ${needed}`);
  return it.runIf(false);
}

/** What the second verifier says, in one line: "accepted: …" or "refused: …". Its words are in main.go. */
export async function askSecondVerifier(words: readonly string[]): Promise<string> {
  const built = await buildOnce();
  if (built.kind !== 'ready') throw new Error(`The second verifier is not here: ${built.why}`);
  const { code, stdout } = await run(built.program, words).then(
    (said) => ({ code: 0, stdout: said.stdout }),
    (refusal: ExecFileException) => ({ code: refusal.code, stdout: refusal.stdout ?? '' }),
  );
  const verdict = code === 0 ? 'accepted: ' : code === 1 ? 'refused: ' : 'no verdict';
  if (!stdout.startsWith(verdict)) throw new Error(`The second verifier ended with ${code}: ${stdout}`);
  return stdout.trimEnd();
}

/** Test files run side by side: the first to ask builds, the others wait for what comes of it. */
async function buildOnce(): Promise<Built> {
  const folder = inject('secondVerifierFolder');
  const outcome = path.join(folder, 'outcome.json');
  if (begins(path.join(folder, 'begun'))) {
    const built = await build(folder);
    writeFileSync(`${outcome}.new`, JSON.stringify(built));
    renameSync(`${outcome}.new`, outcome);
    return built;
  }
  const giveUpAt = Date.now() + installTimeoutMs + buildTimeoutMs;
  while (!existsSync(outcome) && Date.now() < giveUpAt) await setTimeout(100);
  return JSON.parse(readFileSync(outcome, 'utf8')) as Built;
}

function begins(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function build(folder: string): Promise<Built> {
  try {
    if (!(await hasTools())) await install();
  } catch (error) {
    return { kind: 'absent', why: `${needed} (${(error as Error).message})` };
  }
  const program = path.join(folder, 'second-verifier');
  try {
    await run('go', ['build', '-o', program, '.'], {
      cwd: path.join(projectRoot, 'test/second-verifier'),
      env: { ...process.env, ...offline, GOCACHE: path.join(folder, 'go-cache') },
      timeout: buildTimeoutMs,
    });
    return { kind: 'ready', program };
  } catch (error) {
    return { kind: 'broken', why: (error as Error).message };
  }
}

/** With these, Go takes packages from Debian's folder alone and opens no connection. */
const offline = {
  GO111MODULE: 'off',
  GOPATH: goPath,
  GOFLAGS: '',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  CGO_ENABLED: '0',
};

async function hasTools(): Promise<boolean> {
  if (!existsSync(path.join(goPath, 'src/golang.org/x/mod/sumdb/note'))) return false;
  return run('go', ['version'], { env: { ...process.env, ...offline } }).then(
    () => true,
    () => false,
  );
}

/** @throws Error where we may not install, and where apt-get does not answer or has no such packages. */
async function install(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error('only root may install them');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'Acquire::Retries=2', '-o', 'DPkg::Lock::Timeout=300'];
  const words = [['update'], ['install', '--yes', '--no-install-recommends', ...packages]];
  for (const word of words) await run('apt-get', [...patience, ...word], { env, timeout: installTimeoutMs });
}
