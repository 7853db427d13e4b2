/** The sections of the settings, in the order in which they are listed. A section is a row here and a form of its own. */
import type { ComponentType } from 'react';
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { Words } from '../words/words.ts';
import { AgencyForm } from './AgencyForm.tsx';
import { CommentsForm } from './CommentsForm.tsx';
import { DesksForm } from './DesksForm.tsx';
import { LookForm } from './LookForm.tsx';
import { MachinesForm } from './MachinesForm.tsx';
import { MailForm } from './MailForm.tsx';
import { PagesForm } from './PagesForm.tsx';
import { RolesForm } from './RolesForm.tsx';
import { SpellingsForm } from './SpellingsForm.tsx';
import { StyleForm } from './StyleForm.tsx';
import { TemplatesForm } from './TemplatesForm.tsx';
import type { KeptSetting } from './use-setting.ts';
import { VocabularyForm } from './VocabularyForm.tsx';

export type SectionProps<T> = {
  title: string;
  kept: KeptSetting<T>;
  setup: DeskSetup;
  mayWrite: boolean;
  /** Forgets what stands in the fields, and reads what is kept now. */
  readAgain: () => void;
};

export type Section = {
  /** Its place in the desk's addresses: `#/settings/{slug}`. */
  slug: string;
  title: (w: Words) => string;
  /** What its form is given, read anew each time it is opened: `/api/settings/{setting}`. Null: it reads what it needs itself. */
  setting: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: each form knows the shape of its own setting.
  Form: ComponentType<SectionProps<any>>;
};

export const sections: Section[] = [
  { slug: 'agency', title: (w) => w.settings.agency, setting: 'agency', Form: AgencyForm },
  { slug: 'look', title: (w) => w.settings.look, setting: 'look', Form: LookForm },
  { slug: 'machines', title: (w) => w.machines.title, setting: 'machines', Form: MachinesForm },
  { slug: 'pages', title: (w) => w.pages.title, setting: 'pages', Form: PagesForm },
  { slug: 'desks', title: (w) => w.settings.desks, setting: 'desks', Form: DesksForm },
  { slug: 'templates', title: (w) => w.settings.templates, setting: 'templates', Form: TemplatesForm },
  { slug: 'style', title: (w) => w.settings.style, setting: 'house-style', Form: StyleForm },
  { slug: 'spelling', title: (w) => w.settings.spellings, setting: 'spellings', Form: SpellingsForm },
  { slug: 'comments', title: (w) => w.commentSetting.title, setting: 'comments', Form: CommentsForm },
  { slug: 'subjects', title: (w) => w.settings.subjects, setting: null, Form: VocabularyForm },
  { slug: 'mail', title: (w) => w.mail.title, setting: null, Form: MailForm },
  { slug: 'roles', title: (w) => w.settings.roles, setting: 'roles', Form: RolesForm },
];
