/** What a new story of a kind begins with. */
import { type StoryFields, wholeFields } from '../stories/story.ts';
import { paragraphs } from '../text/story-text.ts';
import type { NewStoryAsk, Priority } from './desk-api.ts';

type Template = { fields: StoryFields; priority: Priority };

/** Words that stand in for what the writer has to say, by language; another language gets none. */
const wraps: Record<string, string[]> = {
  en: ['What happened:', 'What was said:', 'What is next:', 'Background:'],
  fr: ['Les faits :', 'Les réactions :', 'La suite :', 'Le contexte :'],
  fa: ['آنچه روی داد:', 'واکنش‌ها:', 'گام بعدی:', 'پیشینه:'],
};
const obituaries: Record<string, string[]> = {
  en: ['Born:', 'Known for:', 'Life and work:', 'Survived by:'],
  fr: ['Naissance :', 'Connu pour :', 'Vie et œuvre :', 'Il laisse :'],
  fa: ['زادروز:', 'شناخته به:', 'زندگی و کار:', 'بازماندگان:'],
};

export function templateFields(template: NewStoryAsk['template'] | null, lang: string): Template {
  const language = lang.split('-')[0] ?? '';
  switch (template) {
    case 'flash':
      return { fields: wholeFields({}), priority: 1 };
    case 'update':
      return { fields: wholeFields({ body: paragraphs('') }), priority: 3 };
    case 'wrap':
      return { fields: wholeFields({ body: paragraphs(...(wraps[language] ?? [''])) }), priority: 4 };
    case 'obituary':
      return { fields: wholeFields({ body: paragraphs(...(obituaries[language] ?? [''])) }), priority: 4 };
    default:
      return { fields: wholeFields({ body: paragraphs('') }), priority: 5 };
  }
}
