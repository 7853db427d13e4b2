/** The files of a story's folder, made from the story, and the story read from them again. */

import type { Agency } from '../editions/edition.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { exportJson, Spelled } from './export-json.ts';
import { exportFormat } from './export-paths.ts';
import { exportView } from './export-view.ts';
import { type ExportedStory, type Opened, spelled, stateOf } from './exported-story.ts';
import { storyIndex } from './pages/StoryIndex.tsx';
import { versionPage } from './pages/VersionPage.tsx';
import { versionText } from './story-texts.ts';
import { versionPlain } from './version-plain.ts';

export type StoryFile = { name: string; text: string };

/** How a program draws: the agency's settings, and what says how this version of the program draws (drawing.ts). */
export type Drawing = { agency: Agency; drawnWith: string };

/** In the order of a manifest. A pure function: the same story gives the same bytes. */
export function storyFiles(story: ExportedStory, { agency, drawnWith }: Drawing): StoryFile[] {
  const view = exportView(agency, story.lang);
  const files: StoryFile[] = [
    { name: 'index.html', text: storyIndex(story, view) },
    { name: 'record.json', text: recordJson(story, drawnWith) },
  ];
  for (const version of story.versions) {
    const text = versionText(story, view, version);
    files.push(
      { name: `${version.version}.html`, text: versionPage(text) },
      { name: `${version.version}.json`, text: versionJson(story, version) },
      { name: `${version.version}.txt`, text: versionPlain(text) },
    );
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function recordJson(story: ExportedStory, drawnWith: string): string {
  const { code, lang, translationGroup, translations, acts } = story;
  const state = stateOf(story);
  const written = acts.map(({ facts, ...act }) => ({
    ...act,
    facts: mapOf(
      facts,
      (fact) => new Spelled(`{"salt":${canonicalJson(fact.salt)},"value":${spelled(fact)}}`),
    ),
  }));
  return exportJson(
    { format: exportFormat, code, lang, state, translationGroup, translations, acts: written, drawnWith },
    4,
  );
}

function mapOf(opened: Record<string, Opened>, how: (one: Opened) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(opened).map(([name, one]) => [name, how(one)]));
}

function versionJson(
  story: ExportedStory,
  { version, index, fields, pictures }: ExportedStory['versions'][0],
) {
  const state = stateOf(story);
  const withheld = state === 'public' ? {} : { withheld: state };
  return exportJson(
    {
      format: exportFormat,
      code: story.code,
      lang: story.lang,
      version,
      index,
      ...withheld,
      fields: mapOf(fields, (field) => ({ salt: field.salt, value: new Spelled(spelled(field)) })),
      pictures,
    },
    3,
  );
}
