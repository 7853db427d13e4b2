/** English: what other programs may do with the site. */
import type { ForMachines, ModelUse } from '../../machines/machine-uses.ts';

export const enMachines = {
  machines: {
    title: 'Other programs',
    text: 'What crawlers, feed readers and language models may take the site for. It is said in robots.txt, in the feeds and in security.txt; a program that does not keep to it is not stopped by it.',
    models: 'Language models',
    modelsText:
      'Their makers send robots under different names for different ends, so each end can be let in or kept out by itself. Ordinary search engines are always let in.',
    uses: {
      search: {
        label: 'May list the site for answering search engines',
        text: 'They lead readers here. Kept out, your stories are missing from their answers and their lists of sources.',
      },
      citation: {
        label: 'May fetch a page when a person asks about it',
        text: 'One page, once, for one question, named as its source. Kept out, a reader’s program cannot open your story for him.',
      },
      training: {
        label: 'May gather stories to train models',
        text: 'The words become part of a model, without a link and without corrections: what you take back later stays in it.',
      },
    } satisfies Record<ModelUse, object> as Record<ModelUse, { label: string; text: string }>,
    feeds: 'What a feed has of each story',
    feedsText: 'Of every edition, section, topic, byline and thread, in RSS, Atom and JSON Feed.',
    feedKinds: { full: 'all its words', summary: 'headline and lead' } satisfies Record<
      ForMachines['feeds'],
      string
    > as Record<ForMachines['feeds'], string>,
    contact: 'Where to write about a security hole',
    contactText:
      'An e-mail address or an https address; stands in /.well-known/security.txt. Left empty, there is no such file, and whoever finds a hole has to guess.',
  },
  reads: {
    total: (n: string) => (n === '1' ? 'Read once.' : n === '0' ? 'Not read yet.' : `Read ${n} times.`),
    ofHours: (n: string) => `${n} in the last two days, by the hour:`,
    ofDays: (n: string) => `${n} in the last thirty days, by the day:`,
    most: (n: string, when: string) => `Most: ${n}, from ${when}.`,
  },
};
