-- The IPTC's Media Topics: what stories are about. The seventeen at the top are here from the start; an administrator loads
-- the others. None is ever deleted: stories name them by their codes.
create table subjects (
  code text primary key check (code ~ '^[0-9]{8}$'),
  -- Null: one of the seventeen.
  broader text references subjects (code) deferrable initially deferred,
  -- Names by language (BCP 47, in small letters).
  labels jsonb not null check (jsonb_typeof(labels) = 'object' and labels <> '{}'),
  -- Since when it is not to be chosen any more.
  retired_on date,
  -- What stands in its place, where that is known.
  successor text,
  -- Its item in Wikidata: "Q349".
  wikidata text
);

insert into subjects (code, labels, wikidata) values
('01000000', '{"en": "arts, culture, entertainment and media", "fr": "arts, culture, divertissement et médias",
  "fa": "هنر، فرهنگ، سرگرمی و رسانه", "ar": "الفنون والثقافة والترفيه والإعلام",
  "ru": "искусство, культура, развлечения и медиа", "es": "arte, cultura, entretenimiento y medios"}', null),
('02000000', '{"en": "crime, law and justice", "fr": "criminalité, droit et justice", "fa": "جرم، قانون و دادگستری",
  "ar": "الجريمة والقانون والعدالة", "ru": "преступность, право и правосудие",
  "es": "delincuencia, derecho y justicia"}', 'Q146491'),
('03000000', '{"en": "disaster, accident and emergency incident", "fr": "catastrophes, accidents et urgences",
  "fa": "بلایا، سوانح و رویدادهای اضطراری", "ar": "الكوارث والحوادث وحالات الطوارئ",
  "ru": "катастрофы, аварии и чрезвычайные происшествия", "es": "catástrofes, accidentes y emergencias"}', 'Q18669875'),
('04000000', '{"en": "economy, business and finance", "fr": "économie, entreprises et finance",
  "fa": "اقتصاد، کسب‌وکار و امور مالی", "ar": "الاقتصاد والأعمال والمال", "ru": "экономика, бизнес и финансы",
  "es": "economía, negocios y finanzas"}', null),
('05000000', '{"en": "education", "fr": "éducation", "fa": "آموزش", "ar": "التعليم", "ru": "образование",
  "es": "educación"}', 'Q8434'),
('06000000', '{"en": "environment", "fr": "environnement", "fa": "محیط زیست", "ar": "البيئة", "ru": "окружающая среда",
  "es": "medio ambiente"}', 'Q43619'),
('07000000', '{"en": "health", "fr": "santé", "fa": "سلامت", "ar": "الصحة", "ru": "здоровье", "es": "salud"}', 'Q12147'),
('08000000', '{"en": "human interest", "fr": "vie des gens et insolite", "fa": "ماجراهای انسانی", "ar": "قصص إنسانية",
  "ru": "истории из жизни", "es": "interés humano"}', 'Q361306'),
('09000000', '{"en": "labour", "fr": "travail", "fa": "کار و کارگر", "ar": "العمل والعمال", "ru": "труд",
  "es": "trabajo"}', 'Q268378'),
('10000000', '{"en": "lifestyle and leisure", "fr": "vie quotidienne et loisirs", "fa": "سبک زندگی و اوقات فراغت",
  "ar": "نمط الحياة وأوقات الفراغ", "ru": "образ жизни и досуг", "es": "estilo de vida y tiempo libre"}', 'Q1267055'),
('11000000', '{"en": "politics", "fr": "politique", "fa": "سیاست", "ar": "السياسة", "ru": "политика",
  "es": "política"}', 'Q7163'),
('12000000', '{"en": "religion", "fr": "religion", "fa": "دین", "ar": "الدين", "ru": "религия", "es": "religión"}', null),
('13000000', '{"en": "science and technology", "fr": "science et technologie", "fa": "دانش و فناوری",
  "ar": "العلوم والتكنولوجيا", "ru": "наука и технологии", "es": "ciencia y tecnología"}', 'Q34104'),
('14000000', '{"en": "society", "fr": "société", "fa": "جامعه", "ar": "المجتمع", "ru": "общество",
  "es": "sociedad"}', 'Q8425'),
('15000000', '{"en": "sport", "fr": "sport", "fa": "ورزش", "ar": "الرياضة", "ru": "спорт", "es": "deporte"}', 'Q349'),
('16000000', '{"en": "conflict, war and peace", "fr": "conflits, guerre et paix", "fa": "درگیری، جنگ و صلح",
  "ar": "النزاعات والحرب والسلام", "ru": "конфликты, война и мир", "es": "conflictos, guerra y paz"}', null),
('17000000', '{"en": "weather", "fr": "météo", "fa": "آب‌وهوا", "ar": "الطقس", "ru": "погода",
  "es": "meteorología"}', 'Q11663');
