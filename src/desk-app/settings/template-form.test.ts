import { expect, it } from 'vitest';
import { builtInTemplates } from '../../desk/templates.ts';
import { beforeChanges, emptyWritten, readTemplate, withLanguage, writtenTemplate } from './template-form.ts';

it('reads back what it writes', () => {
  for (const one of builtInTemplates) expect(readTemplate(writtenTemplate(one))).toEqual(one);
});

it('knows which of those that came was changed, whatever the order of its fields', () => {
  const [update] = builtInTemplates.map(writtenTemplate);
  if (!update) throw new Error('There is no template.');
  const turned = Object.fromEntries(Object.entries(update).reverse()) as typeof update;
  expect(beforeChanges(turned)).toBeNull();
  expect(beforeChanges({ ...update, priority: 1 })).toEqual(update);
  expect(beforeChanges(emptyWritten([]))).toBeNull();
});

it('gives each of the house’s own an id that no other has', () => {
  expect(emptyWritten([{ id: 'own-1' }, { id: 'wrap' }]).id).toBe('own-2');
});

it('adds a language before what stands for all others', () => {
  const words = withLanguage(withLanguage(emptyWritten([]).words, 'en'), 'fa');
  expect(words.map(({ lang }) => lang)).toEqual(['en', 'fa', null]);
});
