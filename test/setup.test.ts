/** What comes before the program: bin/setup.js. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';

/** Runs JavaScript in a Node that says it is `version`. */
function underNode(version: string, script: string) {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return spawnSync(process.execPath, ['-e', old + script], { cwd: projectRoot, encoding: 'utf8' });
}

it.each(['start', 'test', 'wireroom'])('bin/%s says to a Node that is too old which one it needs', (name) => {
  const { status, stdout, stderr } = underNode('18.20.4', `require('./bin/${name}')`);
  expect(stderr).toBe(
    'Wireroom needs Node 20 or newer; this is Node 18.20.4: install a newer one from nodejs.org.\n',
  );
  expect([status, stdout]).toEqual([2, '']);
});

it('finds Node 24 for the program under any Node that is new enough', () => {
  const script = `console.log(require('./bin/setup.js').setUp())`;
  const { status, stdout } = underNode('20.9.0', script);
  expect(status).toBe(0);
  const { stdout: version } = spawnSync(stdout.trim(), ['--version'], { encoding: 'utf8' });
  expect(version).toMatch(/^v24\./);
});
