/** English: the agency's settings, and the agenda. */
import type { Scheme } from '../../editions/colour.ts';
import type { Calendar, Numerals } from '../../editions/edition-dates.ts';
import type { StyleRule } from '../../house-style/house-style.ts';
import type { CoverageWhat } from '../../planning/planning-api.ts';

type DayParts = Record<'weekday' | 'day' | 'month' | 'year', string>;

export const enAgency = {
  settings: {
    title: 'Settings',
    save: 'Save',
    saved: 'Saved: it holds from now on, for everybody.',
    unsaved: 'Not saved yet.',
    restore: 'Undo all of it',
    readAgain: 'Show what is there now; mine is given up',
    readOnly: 'Only an administrator can change this.',
    leaving: 'There are changes here that are not saved.',
    saveAndGo: 'Save and go on',
    dropAndGo: 'Go on without saving',
    stay: 'Stay here',
    agency: 'Agency and editions',
    agencyText: 'Stands on every page. A change redraws the site; addresses of stories stay as they are.',
    zone: 'Time zone (IANA)',
    zoneText: 'All times and days, on the site and at the desk, are shown in it. No time is changed.',
    front: 'Edition that the bare address opens',
    frontText: 'Who asks for the site without naming a language is led there.',
    edition: (name: string) => `Edition: ${name}`,
    lang: 'Language (BCP 47)',
    langText: 'Stands in every address of the edition. One that has stories keeps its language.',
    name: 'Name of the language, in its own words',
    nameText: 'Readers choose the edition by it.',
    agencyName: 'Name of the agency',
    agencyNameText: 'Stands in the masthead, in titles, feeds and exports. Credits of stories are their own.',
    tagline: 'Line under the name in the masthead',
    taglineText:
      'Stands on the front and in print; also what search engines and feeds say of the edition. It may be empty.',
    dir: 'Direction',
    dirText: 'Which way its pages are laid out.',
    ltr: 'left to right',
    rtl: 'right to left',
    sections: 'Sections, one in a line: address = name',
    sectionsText:
      'They stand under the masthead, in this order. A section left out keeps its stories, and its list is no longer found.',
    calendar: 'Calendar',
    calendarBeside: 'Another beside it',
    noCalendar: 'none',
    calendars: {
      gregory: 'Gregorian',
      persian: 'Jalali (Persian solar)',
      'islamic-umalqura': 'Hijri (Umm al-Qura)',
    } satisfies Record<Calendar, string> as Record<Calendar, string>,
    numerals: 'Digits',
    numeralKinds: { latn: '0 1 2 3', arabext: '۰ ۱ ۲ ۳', arab: '٠ ١ ٢ ٣' } satisfies Record<
      Numerals,
      string
    > as Record<Numerals, string>,
    datesText:
      'Every date of the edition is said so, on the site, in print and in exports; no date is changed. Now:',
    addEdition: 'Add an edition',
    dropEdition: 'Leave this edition out',
    look: 'Masthead: colours and logo',
    lookText:
      'How the site looks beside its words, in every edition. The name and the line under it are in “Agency and editions”. Exports and the pages of single versions stay plain, so that their bytes do not change with fashion.',
    colours: 'The agency’s colour',
    coloursText:
      'It draws the rule under the masthead, and links under the pointer; nothing else. Left empty it is the usual one.',
    colourOn: { light: 'On light paper', dark: 'On dark paper' } satisfies Record<Scheme, string> as Record<
      Scheme,
      string
    >,
    pick: 'Pick a colour',
    noColour: 'Write it as #rrggbb, such as #0c4a5b.',
    faint: (ratio: string) => `Too faint to be read on this paper: ${ratio} to 1, and 4.5 is needed.`,
    readable: (ratio: string) => `Can be read: ${ratio} to 1.`,
    takeNearest: 'Take the nearest that can be read:',
    logo: 'The logo',
    logoText:
      'Stands in the masthead and in print in place of the name; who does not see it is told the name. A PNG with a clear ground is best. It is drawn at most 320 × 64 pixels, and weighs at most 24 KB; an SVG is not taken, for it can hold a program.',
    logoOn: { light: 'For light paper', dark: 'For dark paper' } satisfies Record<Scheme, string> as Record<
      Scheme,
      string
    >,
    noLogo: {
      light: 'None: the name stands in letters.',
      dark: 'None: the one for light paper stands on dark paper too.',
    } satisfies Record<Scheme, string> as Record<Scheme, string>,
    chooseLogo: 'Choose a picture …',
    dropLogo: 'Take it away',
    desks: 'Desks and stages',
    desksText:
      'A story goes through the stages of its desk, in this order. What readers get does not depend on them.',
    deskName: 'Name of the desk',
    deskNameText: 'Shown wherever the desk names it.',
    deskSlug: 'Short name',
    deskSlugText: 'Roles and stories are kept by it, so that it stays.',
    stages: 'Stages, one in a line: short name = name',
    stagesText: 'A stage on which stories stand can be renamed, not left out.',
    addDesk: 'Add a desk',
    dropDesk: 'Leave this desk out',
    templates: 'Templates',
    templatesText:
      'What a new story can begin with: the panel offers those that fit its desk and language. A change is for stories begun from then on.',
    addTemplate: 'Add a template',
    dropTemplate: 'Remove this template',
    newTemplate: 'New template',
    templateName: 'Name',
    templateNameText: 'It is chosen by this when a story is begun.',
    templateDeskText: 'Whose stories can begin with it.',
    priorityText: 'Of the new story; 1 is the most urgent, 5 is usual.',
    asItCame: 'Back to how it came',
    changed: 'changed',
    flashEverywhere: 'A flash is sent from every desk in every language.',
    everyLanguage: 'every language',
    otherLanguages: 'every other language',
    paragraphsText: 'Each line is a paragraph.',
    dropLanguage: 'Leave this language out',
    style: 'House style',
    styleText:
      'What the desk offers while somebody writes, language by language. A rule that is switched off is not offered; no text is ever changed by itself.',
    quotes: 'Quotation marks of the house',
    quotesText:
      'Straight quotes are offered as these, and so are the usual ones of the language where the house has others.',
    becomes: '→',
    spellings: 'Spelling',
    spellingsText:
      'One pair in a line: Teheran = Tehran. Offered while somebody writes; never changed by itself.',
    spellingsOf: (name: string) => `In ${name}`,
    subjects: 'Subjects',
    subjectsText:
      'What stories are filed under: the IPTC’s Media Topics. A file of theirs (JSON or RDF/XML), or a table with code, broader and a column for each language, brings names and retirements up to date. No code is ever taken away; a file with a mistake in it is not loaded at all.',
    subjectsNow: (n: string, retired: string) => `${n} subjects, ${retired} of them retired; names in`,
    subjectsFile: 'File of subjects',
    subjectsLoad: 'Load',
    subjectsNoFile: 'Choose a file first.',
    subjectsLoaded: (n: string, added: string, changed: string) =>
      `${n} in the file: ${added} added, ${changed} changed.`,
    roles: 'Roles',
    rolesText:
      'What each role may do. The rights are part of the program and the same in every installation, so that an audit can rely on them; who holds which role, on which desk and in which language, is set under People. The house can call a role by its own name.',
    rights: 'What each role may do',
    holders: 'People who hold it',
    mayDo: 'may',
    roleNames: 'Names of the house',
    roleNamesText: 'Shown wherever the desk names a role. Left empty it has the desk’s own word.',
    roleIn: (role: string, language: string) => `${role} (${language})`,
    wrongLine: (line: string) => `“${line}” is no pair: write both sides with = between them.`,
  },
  agenda: {
    title: 'Agenda',
    today: 'Today',
    earlier: 'A week earlier',
    later: 'A week later',
    nothing: 'Nothing is planned.',
    add: 'Plan an event',
    change: 'Change the event',
    event: 'What is expected',
    place: 'Where',
    starts: 'From',
    ends: 'Until',
    about: 'About it',
    cancelled: 'Cancelled',
    coverages: 'Coverage',
    what: 'What',
    who: 'Who',
    due: 'Due',
    story: 'Code of the story',
    nobody: 'nobody yet',
    addCoverage: 'Add coverage',
    dropCoverage: 'Leave it out',
    save: 'Save',
    kinds: { text: 'text', picture: 'pictures', video: 'video', audio: 'sound' } satisfies Record<
      CoverageWhat,
      string
    > as Record<CoverageWhat, string>,
    calendar: 'For my calendar program',
    calendarText: 'Whoever has this address can read the agenda. Making a new one ends the one before.',
    makeCalendar: 'Make a new address',
  },
  moments: {
    /** A time said whole. `zone`: its name, "Iran Time". */
    said: ({ weekday, day, month, year }: DayParts, time: string, zone: string) =>
      `${weekday} ${day} ${month} ${year}, ${time}, ${zone}`,
    /** Zones that the language names otherwise than browsers do. */
    zones: {} as Record<string, string>,
  },
  styleRules: {
    glued: 'Glued',
    quotes: 'Quotes',
    apostrophe: 'Apostrophe',
    dash: 'Dash',
    ellipsis: 'Ellipsis',
    spaces: 'Spaces',
    letters: 'Letters',
    joiner: 'Half space',
    punctuation: 'Punctuation',
    digits: 'Figures',
    doubled: 'Doubled word',
    spelling: 'Spelling',
  } satisfies Record<StyleRule | 'glued', string> as Record<StyleRule | 'glued', string>,
};
