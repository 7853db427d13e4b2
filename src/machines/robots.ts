/** `/robots.txt` (RFC 9309): what crawlers leave alone, and what those of language models may take the site for. Pure. */
import type { ForMachines, ModelUse } from './machine-uses.ts';

/**
 * Robots by what they fetch for, as their makers name them. A robot that is not here goes by the rule for all. What a maker
 * calls by one name for two uses stands under the wider one.
 */
export const modelRobots: Record<ModelUse, readonly string[]> = {
  search: [
    'OAI-SearchBot',
    'Claude-SearchBot',
    'PerplexityBot',
    'DuckAssistBot',
    'YouBot',
    'Meta-WebIndexer',
    'Amzn-SearchBot',
  ],
  citation: [
    'ChatGPT-User',
    'Claude-User',
    'Perplexity-User',
    'MistralAI-User',
    'Google-NotebookLM',
    'Gemini-Deep-Research',
    'Meta-ExternalFetcher',
    'Amzn-User',
  ],
  training: [
    'GPTBot',
    'ClaudeBot',
    'anthropic-ai',
    'Google-Extended',
    'Applebot-Extended',
    'CCBot',
    'Meta-ExternalAgent',
    'FacebookBot',
    'Bytespider',
    'Amazonbot',
    'cohere-training-data-crawler',
    'AI2Bot',
    'Diffbot',
    'omgili',
    'Timpibot',
    'PanguBot',
    'img2dataset',
  ],
};

const explained: Record<ModelUse, string> = {
  search: 'Robots that list pages for an answering search engine, which leads readers to them.',
  citation: 'Robots that fetch one page because a person asked about it, and name where it is from.',
  training: 'Robots that gather text to train language models.',
};

/** What no crawler has any use for: answers without end, and the desk. */
const leftAlone = [
  '/*/search?',
  '/*/search/',
  '/desk/',
  '/api/',
  '/oembed',
  '/*/time/',
  '/*?zone=',
  '/*/comments/write',
  '/*?as-of=',
  '/*?recorded=',
];

export function robotsText({ models }: Pick<ForMachines, 'models'>, publicUrl: string): string {
  const uses = Object.keys(modelRobots) as ModelUse[];
  const rules = leftAlone.map((path) => `Disallow: ${path}`);
  // A robot with a group of its own does not read the one for all.
  const groups = uses.map((use) =>
    [
      `# ${explained[use]}`,
      `# ${models[use] ? 'They may.' : 'They may not.'}`,
      ...modelRobots[use].map((robot) => `User-agent: ${robot}`),
      ...(models[use] ? rules : ['Disallow: /']),
    ].join('\n'),
  );
  const all = ['# Everybody else may read what readers may.', 'User-agent: *', ...rules];
  const maps = ['/sitemap.xml', '/sitemap-news.xml'].map((path) => `Sitemap: ${publicUrl}${path}`);
  return `${[...groups, all.join('\n'), maps.join('\n')].join('\n\n')}\n`;
}
