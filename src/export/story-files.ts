/** The files of a story's folder, made from the story, and the story read from them again. */

import type { Agency } from '../editions/edition.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { exportFormat } from './export-paths.ts';
import { exportView } from './export-view.ts';
import { type ExportedStory, type Opened, stateOf } from './exported-story.ts';
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

/** Written out by hand, as `exportJson` would: there are two such files for each story. */
function recordJson(story: ExportedStory, drawnWith: string): string {
  const { code, lang, translationGroup, translations, acts } = story;
  const written = acts.map(
    ({ index, leaf, state, facts }) => `    {
      "facts": ${braced(
        namesOf(facts).map((name) => {
          const fact = facts[name] as Opened;
          return `        ${canonicalJson(name)}: {"salt":${canonicalJson(fact.salt)},"value":${fact.spelled}}`;
        }),
        '      ',
      )},
      "index": ${index},
      "leaf": ${canonicalJson(leaf)},
      "state": "${state}"
    }`,
  );
  return `{
  "acts": [
${written.join(',\n')}
  ],
  "code": ${code},
  "drawnWith": ${canonicalJson(drawnWith)},
  "format": "${exportFormat}",
  "lang": ${canonicalJson(lang)},
  "state": "${stateOf(story)}",
  "translationGroup": ${canonicalJson(translationGroup)},
  "translations": ${listed(translations)}
}
`;
}

function versionJson(story: ExportedStory, version: ExportedStory['versions'][0]): string {
  const { fields } = version;
  const state = stateOf(story);
  const written = namesOf(fields).map((name) => {
    const field = fields[name] as Opened;
    return `    ${canonicalJson(name)}: {
      "salt": ${canonicalJson(field.salt)},
      "value": ${field.spelled}
    }`;
  });
  return `{
  "code": ${story.code},
  "fields": ${braced(written, '  ')},
  "format": "${exportFormat}",
  "index": ${version.index},
  "lang": ${canonicalJson(story.lang)},
  "pictures": ${listed(version.pictures)},
  "version": ${version.version}${state === 'public' ? '' : `,\n  "withheld": "${state}"`}
}
`;
}

function namesOf(opened: Record<string, Opened>): string[] {
  return Object.keys(opened).sort();
}

function braced(members: string[], indent: string): string {
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function listed(items: readonly unknown[]): string {
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `    ${canonicalJson(item)}`).join(',\n')}\n  ]`;
}
