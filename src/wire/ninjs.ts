/** A story as ninjs 3.1, the IPTC's JSON for news: https://iptc.org/standards/ninjs/ */

import type { Frame, StoryPageData } from '../site/page-data.ts';
import { listPath } from '../site/pages/list-path.ts';
import { gapWords, noticeLabel, noticeSentence, sentenceGone } from '../site/pages/notice-words.ts';
import { picturePath, pictureSize } from '../site/pages/Picture.tsx';
import { type View, viewOf } from '../site/pages/view.ts';
import type { TombstoneData } from '../site/record-data.ts';
import { subjectUri, type Thread } from '../stories/story.ts';
import { bodyHtml } from '../text/html-text.tsx';
import { plainText } from '../text/plain-text.ts';
import { wholeLink } from '../text/whole-link.tsx';

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.1.json',
};

export function ninjsOf(frame: Frame, story: StoryPageData): object {
  const view = viewOf(frame);
  const said = editorialNote(view, story);
  const { publicUrl } = frame;
  const plain = plainText(story.body);
  const subjects = subjectsOf(story, publicUrl);
  const html = bodyHtml(story.body, {
    topicHref: (slug) => `${publicUrl}/${story.lang}/topic/${encodeURIComponent(slug)}`,
    ownLink: wholeLink(publicUrl),
    picture: () => null,
  });
  return {
    standard,
    uri: `${publicUrl}/${story.code}`,
    type: 'text',
    language: story.lang,
    version: String(story.version),
    versionCreated: (story.updatedAt ?? story.at).toISOString(),
    firstCreated: story.at.toISOString(),
    pubStatus: 'usable',
    profile: 'text',
    altIds: [{ role: 'storycode', value: String(story.code) }, ...headOf(frame)],
    headlines: [{ role: 'main', value: story.headline, contentType: 'text/plain' }],
    ...(story.lead ? { descriptions: [{ role: 'lead', value: story.lead, contentType: 'text/plain' }] } : {}),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: html,
        charCount: plain.length,
        wordCount: wordCount(plain),
      },
      { role: 'plain', contentType: 'text/plain', value: plain },
    ],
    ...(story.byline ? { by: story.byline } : {}),
    ...(story.dateline ? { located: story.dateline } : {}),
    ...(story.credit ? { infoSources: [{ name: story.credit }] } : {}),
    ...(subjects.length > 0 ? { subjects } : {}),
    ...(story.thread ? { events: [eventOf(story, story.thread, publicUrl)] } : {}),
    ...(story.pictures.size > 0 ? { associations: picturesOf(story, publicUrl) } : {}),
    ...(said ? { edNote: said } : {}),
    copyrightHolder: frame.edition.agency,
  };
}

/** A story that readers do not get: that it is so, and none of its words. */
export function withheldNinjs(frame: Frame, tombstone: TombstoneData): object {
  const view = viewOf(frame);
  const { state, code, lang, version, firstAt, at, note, noteGap, replacement } = tombstone;
  const { title } = view.words.record.tombstones[state];
  const sentence = noteGap ? sentenceGone(view, noteGap) : note;
  return {
    standard,
    uri: `${frame.publicUrl}/${code}`,
    type: 'text',
    language: lang,
    version: String(version),
    versionCreated: at.toISOString(),
    firstCreated: firstAt.toISOString(),
    pubStatus: state === 'held' ? 'withheld' : 'canceled',
    profile: 'text',
    altIds: [{ role: 'storycode', value: String(code) }, ...headOf(frame)],
    edNote: [`${title}.`, sentence].filter(Boolean).join(' '),
    ...(replacement
      ? {
          associations: [
            {
              name: 'replacement',
              rel: 'replacement',
              type: 'text',
              uri: `${frame.publicUrl}/${replacement.code}`,
              ...(replacement.headline
                ? { headlines: [{ role: 'main', value: replacement.headline, contentType: 'text/plain' }] }
                : {}),
            },
          ],
        }
      : {}),
    copyrightHolder: frame.edition.agency,
  };
}

/** What readers are told of it beside its words: its corrections, and what was removed from it. */
function editorialNote(view: View, { notices, gaps }: StoryPageData): string {
  return [
    ...gaps.filter(({ field }) => field !== 'note').map((gap) => `${gapWords(view, gap)}.`),
    ...notices.map((notice) => `${noticeLabel(view, notice)}: ${noticeSentence(view, notice)}`),
  ].join(' ');
}

/** The signed head of the log that covers what is said here: its size, and its root in base64. */
function headOf({ checkpoint }: Frame): object[] {
  return checkpoint ? [{ role: 'checkpoint', value: `${checkpoint.size} ${checkpoint.root}` }] : [];
}

function wordCount(plain: string): number {
  return plain.split(/\s+/u).filter(Boolean).length;
}

/** The IPTC's subjects, under their own addresses, then the topics that have pages here. */
function subjectsOf({ lang, subjects, topics }: StoryPageData, publicUrl: string): object[] {
  return [
    ...subjects.map(({ code, name }) => ({ name, uri: subjectUri(code), rel: 'about' })),
    ...topics.map(({ slug, name }) => ({
      name,
      uri: `${publicUrl}/${lang}/topic/${encodeURIComponent(slug)}`,
    })),
  ];
}

/** The running event, under the address of its page. */
function eventOf({ lang }: StoryPageData, { slug, name }: Thread, publicUrl: string): object {
  return { name, uri: publicUrl + listPath(lang, { list: 'thread', slug }) };
}

function picturesOf(story: StoryPageData, publicUrl: string): object[] {
  return [...story.pictures.values()].map((picture, at) => ({
    name: `picture-${at + 1}`,
    type: 'picture',
    uri: `${publicUrl}${picturePath(picture, 1280)}`,
    ...(picture.caption
      ? { descriptions: [{ role: 'caption', value: picture.caption, contentType: 'text/plain' }] }
      : {}),
    ...(picture.credit ? { by: picture.credit } : {}),
    renditions: picture.widths.map((width) => ({
      name: `w${width}`,
      href: `${publicUrl}${picturePath(picture, width)}`,
      contentType: 'image/jpeg',
      ...pictureSize(picture, width),
    })),
  }));
}
