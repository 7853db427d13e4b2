import type { RecordWords } from '../record-words.ts';

const listed = new Intl.ListFormat('ru', { type: 'conjunction' });

/** «Материал» is masculine; who acted stands in the nominative, after a colon, since names are not declined here. */
export const recordRu: RecordWords = {
  acted: {
    publish: (by) => `Опубликовано: ${by}`,
    update: (by) => `Дополнено: ${by}`,
    correct: (by) => `Исправлено: ${by}`,
    hold: (by) => `Приостановлено: ${by}`,
    release: (by) => `Возвращено: ${by}`,
    kill: (by) => `Аннулировано: ${by}`,
    redact: (by) => `Слова изъяты: ${by}`,
    withdraw: (by) => `Действие отозвано: ${by}`,
  },
  imported: 'Загружено',
  desk: 'редакция',
  reasons: {
    corrected: 'была ошибка',
    clarified: 'была неясность',
    refiled: 'материал был передан с изъянами',
    checking: 'идёт проверка',
    checked: 'проверено',
    legal: 'правовые основания',
    'embargo-broken': 'нарушено эмбарго',
    rights: 'права третьих лиц',
    withdrawn: 'отозвано агентством',
    inaccurate: 'неточность',
    duplicate: 'опубликовано дважды',
    privacy: 'частная жизнь',
    safety: 'безопасность людей',
    mistaken: 'сделано по ошибке',
  },
  reason: (reason) => `Причина: ${reason}`,
  fields: {
    headline: 'заголовок',
    lead: 'вводный абзац',
    body: 'текст',
    dateline: 'место',
    credit: 'источник',
    byline: 'подпись автора',
    section: 'рубрика',
    topics: 'темы',
    subjects: 'предметные рубрики',
    thread: 'сюжет',
    note: 'пояснение',
  },
  and: (names) => listed.format(names),

  notices: 'Исправления и изменения',
  labels: {
    corrected: 'Исправление',
    clarified: 'Уточнение',
    refiled: 'Передано заново',
    updated: 'Дополнение',
    withdrawn: 'Изменение отозвано',
    redacted: 'Слова изъяты по закону',
  },
  sentences: {
    corrected: 'В этом материале была ошибка, она исправлена.',
    clarified: 'В этом материале была неясность, она устранена.',
    refiled: 'Этот материал был передан с изъянами и передан заново.',
    updated: 'Этот материал дополнен.',
  },
  setBack: (when) => `Изменение (${when}) было ошибкой; восстановлены слова, стоявшие до него.`,
  removed: (fields) => `Изъято из этого материала и всех его версий: ${fields}.`,
  sentenceGone: (day, reason) => `Стоявшее здесь пояснение изъято по закону ${day} (${reason}).`,
  correctedOn: (when) => `Исправлено ${when}`,

  corrections: 'Исправления',
  correctionsText:
    'Что в наших материалах было неверно или неясно и что мы отозвали. Ничто не меняется молча.',
  noCorrections: 'Исправлений пока не было.',
  correctionsFeed: (agency) => `${agency}: исправления`,

  history: 'История изменений',
  historyOf: (code) => `История материала № ${code}`,
  recordedOn: (when, by) =>
    `Записано ${when}; более раннее время указано по заявлению${by ? ` (${by})` : ' источника'}`,
  importedOn: (when, by) =>
    `Загружено ${when}; более раннее время указано по заявлению${by ? ` (${by})` : ' источника'}`,
  dueAt: (due, done) => `Назначено на ${due}, выполнено ${done}`,
  onTime: (due) => `Запланировано на ${due}`,
  replacedBy: (story) => `Вместо него: ${story}`,
  undid: (when) => `Отменяет действие, совершённое ${when}`,
  compare: 'Сравнить',
  compareWith: (version) => `Сравнить с версией ${version}`,
  older: 'Версия',
  newer: 'с версией',

  compared: (older, newer) => `Версия ${older} в сравнении с версией ${newer}`,
  sameVersion: 'Это одна и та же версия: выберите две разные.',
  noDifference: 'Слова обеих версий одинаковы.',
  unchanged: (fields) => `Без изменений: ${fields}.`,
  onlyMarks: 'Слова те же; различаются ссылки, выделения или другие пометы.',
  gone: 'изъято:',
  added: 'добавлено:',
  wrongVersions: (newest) =>
    `Сравнить можно две версии. У этого материала есть версии с 1 по ${newest}: назовите номера двух из них.`,

  versionLine: (version, when) => `Версия ${version}, действует с ${when}`,
  versionHint: 'Эта страница никогда не меняется. Сам материал с тех пор мог измениться.',
  toPresent: 'Материал в нынешнем виде',
  toHistory: 'История этого материала',

  tombstones: {
    held: {
      title: 'Публикация этого материала приостановлена',
      label: 'Приостановлено',
      said: (when) => `Приостановлено ${when}`,
      text: 'Материал не виден, пока идёт проверка. Пожалуйста, зайдите позже.',
    },
    killed: {
      title: 'Этот материал аннулирован',
      label: 'Аннулировано',
      said: (when) => `Аннулировано ${when}`,
      text: 'Его слова больше не публикуются ни в одной версии.',
    },
    removed: {
      title: 'Этот материал удалён по закону',
      label: 'Удалено по закону',
      said: (when) => `Удалено по закону ${when}`,
      text: 'Его слова больше нельзя публиковать ни в одной версии.',
    },
  },
  instead: 'Вместо него',

  gap: (field, day, reason) => `${gapNames[field]} по закону ${day} (${reason})`,
  headlineGone: '[Заголовок изъят]',
};

const gapNames = {
  headline: 'Заголовок изъят',
  lead: 'Вводный абзац изъят',
  body: 'Текст изъят',
  dateline: 'Место изъято',
  credit: 'Источник изъят',
  byline: 'Подпись автора изъята',
  section: 'Рубрика изъята',
  topics: 'Темы изъяты',
  subjects: 'Предметные рубрики изъяты',
  thread: 'Сюжет изъят',
  note: 'Пояснение изъято',
};
