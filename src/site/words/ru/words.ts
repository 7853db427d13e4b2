import { usualDates } from '../../../editions/edition-dates.ts';
import type { Words } from '../catalogue.ts';
import type { In } from '../plurals.ts';
import { commentsRu } from './comments.ts';
import { mailRu } from './mail.ts';
import { pagesRu } from './pages.ts';
import { recordRu } from './record.ts';
import { searchRu } from './search.ts';
import { zonesRu } from './zones.ts';

/** Russian. Names of months come in the genitive, as they stand after the day. */
export const ru: In<'ru', Words> = {
  tag: 'ru',
  ...usualDates('ru'),
  zone: (offset) => (offset ? `UTC${offset}` : 'UTC'),
  fullDay: ({ weekday, day, month, year }) => `${weekday}, ${day} ${month} ${year}`,
  shortDay: ({ day, month, year }) => `${day} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${day} ${month}`,
  comma: ', ',

  sample: 'Это образец: агентство, его сотрудники и его сообщения вымышлены.',
  skip: 'Перейти к тексту',
  editions: 'Языки',
  thisStory: 'Материал на языках',
  fronts: 'Главные страницы',
  sections: 'Рубрики',
  home: 'Главная страница',
  feeds: 'Ленты',
  feedOf: (agency) => `${agency}: новые материалы`,

  search: 'Поиск',
  searchFor: 'Слова или номер материала',
  find: 'Найти',
  from: 'С',
  until: 'По',
  topic: 'Тема',
  results: { one: '{n} материал', few: '{n} материала', many: '{n} материалов', other: '{n} материала' },
  moreThan: {
    one: 'Более {n} материала',
    few: 'Более {n} материалов',
    many: 'Более {n} материалов',
    other: 'Более {n} материала',
  },
  resultsFor: (query) => `Поиск: ${query}`,
  nothingFound: 'Ничего не найдено.',
  nothingFoundHint: 'Попробуйте меньше слов, более широкий срок или номер, напечатанный на материале.',

  latest: 'Последние новости',
  moreNews: 'Другие новости',
  newer: 'Новее',
  older: 'Старше',
  pages: 'Страницы',
  emptyList: 'Здесь пока нет материалов.',
  emptyFront: 'Первый материал ещё не опубликован.',
  by: (name) => `Автор: ${name}`,
  acts: {
    update: 'Дополнено',
    correct: 'Исправление',
    hold: 'Приостановлено',
    release: 'Возвращено',
    kill: 'Аннулировано',
    redact: 'Изъято частично',
    withdraw: 'Изменение отозвано',
  },

  code: (code) => `№ ${code}`,
  updated: (when) => `Дополнено ${when}`,
  topics: 'Темы',
  subjects: 'Предметные рубрики',
  thread: 'Сюжет',
  threadSoFar: 'Ход событий',
  alsoIn: 'На других языках',
  related: (section) => `Ещё в рубрике «${section}»`,
  otherNews: 'Другие новости',
  picture: 'Изображение',
  otherForms: 'Этот материал в другом виде',
  fullPage: 'Полная страница',
  print: 'Печать',
  lite: 'Лёгкая версия',
  plainText: 'Простой текст',
  data: 'Данные',
  address: 'Постоянный адрес',
  printedOn: (day) => `Напечатано: ${day}`,
  version: (number) => `Версия ${number}`,
  notes: 'Адреса из текста',

  notFound: 'Такой страницы нет',
  notFoundText:
    'По этому адресу ничего не опубликовано. Если вы знаете номер материала, найдите его поиском.',
  wrong: 'Это нельзя показать',
  wrongText: 'В адресе запрошено то, чего не существует.',
  backHome: 'На главную страницу',

  proof: {
    proveIt: 'Проверить подлинность',
    title: (code, version) => `№ ${code}, версия ${version}: доказательство`,
    intro:
      'Каждое действие с материалом — лист журнала, который может только расти. Сейчас ваш браузер сам, не полагаясь на эту страницу, проверяет, что слова этой версии — те самые, которые были записаны.',
    steps: {
      words: 'Слова и сведения этой версии, на её странице и в реестре, — те, за которые ручается её лист.',
      leaf: 'Лист относится к этому материалу и к этой версии.',
      log: 'Лист находится в журнале, на своём месте.',
      head: 'Новейшая вершина журнала продолжает ту, которая первой охватила эту версию.',
      signature: 'Обе вершины подписаны ключом агентства.',
      before: 'Журнал продолжает то, что этот браузер видел в нём раньше.',
    },
    notYet: 'Ещё не проверено.',
    ok: 'Проверено: всё верно.',
    bad: 'Проверено: это не так.',
    unknown: 'Этот браузер не может это проверить.',
    allOk: 'Доказано. Эта версия — то, что было записано.',
    someBad:
      'Не доказано. То, что показывает сайт, расходится с его реестром: сообщите агентству и сохраните эту страницу.',
    someUnknown:
      'Доказано настолько, насколько может этот браузер: ему незнакомы подписи Ed25519. Более новый их знает.',
    needsScript:
      'Для проверки нужен скрипт, который ваш браузер не выполняет. Ниже — всё, что нужно программе для проверки.',
    insecure: 'Браузер проверяет только на защищённой (https) странице.',
    failed: 'Не удалось получить доказательство: попробуйте ещё раз.',
    byHand: 'Проверить вручную',
    byHandText:
      'Журнал отдаётся в формате C2SP tlog-tiles, вершины — подписанные заметки (Ed25519), обязательство — SHA-256 от соли и канонического JSON (RFC 8785) имени и значения поля. Проверить может любая программа, которой это знакомо.',
    leaf: (index) => `Лист ${index} в каноническом JSON`,
    checkpoint: 'Новейшая подписанная вершина',
    keys: 'Ключи',
    record: (size) => `Реестр до действия ${size}`,
  },

  past: {
    asOf: (when) => `В том виде, в каком это видели читатели: ${when}.`,
    recorded: (when) => `В том виде, в каком это стояло в реестре: ${when}.`,
    toPresent: 'Как это выглядит сейчас',
    ask: 'Посмотреть материал, каким он был в определённый день',
    day: 'День',
    show: 'Показать',
    wrong:
      'Момент прошлого — это день (2017-08-05) или время с часовым поясом (2017-08-05T11:54:00Z); запросить можно только одно из двух.',
  },

  record: recordRu,
  comments: commentsRu,
  mail: mailRu,
  searching: searchRu,
  zones: zonesRu,
  around: pagesRu,
};
