/** What a template is called: its own name, or the desk's word for one that came with the program. */
import type { Template } from '../../desk/templates.ts';
import type { Words } from '../words/words.ts';

export function templateName(w: Words, { id, name }: Pick<Template, 'id' | 'name'>): string {
  const known: Record<string, string> = w.newStory.templates;
  return name || known[id] || id;
}
