import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { everywhere, type Grant, may, mayChangeGrants, roleMay, roles, verbs, whatHeMay } from './policy.ts';

function drawTable(): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...roles]),
    row(['---', ...roles.map(() => ':-:')]),
    ...verbs.map((verb) => row([`\`${verb}\``, ...roles.map((role) => (roleMay(role, verb) ? '●' : ''))])),
  ].join('\n');
}

it('is drawn in docs/roles.md as it is', () => {
  const drawn = readFileSync(path.join(projectRoot, 'docs/roles.md'), 'utf8');
  const table = drawn.split('\n').filter((line) => line.startsWith('|'));
  expect(table.join('\n')).toBe(drawTable());
});

it('keeps what a newsroom expects', () => {
  expect(verbs.filter((verb) => verb.startsWith('act.') && roleMay('reporter', verb))).toEqual([]);
  expect(verbs.filter((verb) => /^(act|story|draft)\./.test(verb) && roleMay('administrator', verb))).toEqual(
    [],
  );
  expect(roleMay('sub-editor', 'act.publish') && !roleMay('sub-editor', 'act.kill')).toBe(true);
  expect(roleMay('editor', 'act.kill') && !roleMay('editor', 'act.redact')).toBe(true);
  expect(verbs.filter((verb) => /^(act|story|draft)\./.test(verb) && !roleMay('chief', verb))).toEqual([]);
});

const sportsEditor: Grant[] = [{ role: 'editor', desk: 'sport', lang: 'fa' }];

it.each([
  [{}, true],
  [{ desk: 'sport' }, true],
  [{ desk: 'sport', lang: 'fa' }, true],
  [{ desk: 'sport', lang: 'en' }, false],
  [{ desk: 'world', lang: 'fa' }, false],
  [{ desk: null }, false],
  [{ lang: null }, false],
  [everywhere, false],
])('a grant on one desk in one language holds at %j: %s', (place, expected) => {
  expect(may({ grants: sportsEditor }, 'act.kill', place)).toBe(expected);
});

it('a grant over everything holds everywhere', () => {
  const chief: Grant[] = [{ role: 'chief', desk: null, lang: null }];
  for (const place of [{}, { desk: 'sport' }, { desk: null, lang: null }, { lang: 'en' }])
    expect(may({ grants: chief }, 'act.redact', place)).toBe(true);
});

it('nobody may do anything without a grant', () => {
  expect(verbs.filter((verb) => may({ grants: [] }, verb))).toEqual([]);
  expect(whatHeMay({ grants: [] })).toEqual({});
});

it('tells where each verb holds', () => {
  expect(whatHeMay({ grants: sportsEditor })['act.kill']).toEqual([{ desk: 'sport', lang: 'fa' }]);
});

it('asks for a grant over everything where the whole installation is meant', () => {
  const ofOneDesk = { grants: [{ role: 'administrator', desk: 'sport', lang: null } as Grant] };
  expect([may(ofOneDesk, 'settings.write'), may(ofOneDesk, 'audit.read')]).toEqual([false, false]);
  expect(Object.keys(whatHeMay(ofOneDesk))).toEqual(['settings.read', 'people.read', 'people.write']);
  const ofAll = { grants: [{ role: 'administrator', desk: null, lang: null } as Grant] };
  expect([may(ofAll, 'settings.write'), may(ofAll, 'audit.read')]).toEqual([true, true]);
});

it('lets an administrator of one desk give roles there alone', () => {
  const administrator = { grants: [{ role: 'administrator', desk: 'sport', lang: null } as Grant] };
  expect(mayChangeGrants(administrator, sportsEditor)).toBe(true);
  expect(mayChangeGrants(administrator, [{ role: 'reporter', desk: 'world', lang: null }])).toBe(false);
  expect(mayChangeGrants(administrator, [{ role: 'administrator', desk: null, lang: null }])).toBe(false);
  expect(mayChangeGrants({ grants: sportsEditor }, sportsEditor)).toBe(false);
});
