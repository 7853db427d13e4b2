/** What the invented agency says of itself, in each of its editions. */
import type { AgencyPage, AgencyPages, PageSettings, TopicTexts } from '../editions/agency-pages.ts';
import { plainPages } from '../editions/agency-pages.ts';

const page = (title: string, ...paragraphs: string[]): AgencyPage => ({
  title,
  text: paragraphs.join('\n\n'),
});

const texts: AgencyPages = {
  en: {
    about: page(
      'About the agency',
      'The Lirven Telegraph Agency has reported from the Ilmer valley since the first wire reached the old harbour office. It belongs to a foundation, takes no advertising and sells its stories to newspapers, stations and ports.',
      'What we publish we have from two sources that do not know of each other, or we say from whom we have it. We do not pay for news. Whoever is accused is asked first, and has time to answer.',
      'Every story has a number that it keeps for ever. What was wrong is corrected where it stood, and the correction stays on the story and in our list of corrections. Every version can be read, and checked against our record.',
    ),
    contact: page(
      'Contact',
      'Newsroom, day and night: news@lirven.example. Corrections: corrections@lirven.example; please name the number of the story.',
      'By post: Lirven Telegraph Agency, 4 Harbour Office Square, Lirven.',
    ),
    masthead: page(
      'Masthead',
      'Editor in chief: Ada Rhomberg. Deputy: Jakob Tenning. Night desk: Clara Wennig. Persian edition: Shirin Azarkar.',
      'Answerable for the contents under the press act of the Ilmer valley: Ada Rhomberg, at the address of the agency.',
    ),
  },
  fr: {
    about: page(
      'L’agence',
      'L’Agence télégraphique de Lirven rend compte de la vallée de l’Ilmer depuis que le premier fil a atteint l’ancien bureau du port. Elle appartient à une fondation, ne prend pas de publicité et vend ses dépêches aux journaux, aux radios et aux ports.',
      'Ce que nous publions, nous le tenons de deux sources qui s’ignorent, ou nous disons de qui nous le tenons. Nous ne payons pas pour une information. Qui est mis en cause est d’abord interrogé, et a le temps de répondre.',
      'Chaque dépêche a un numéro qu’elle garde pour toujours. Ce qui était faux est corrigé à sa place, et la correction reste sur la dépêche et dans notre liste des corrections. Chaque version peut être lue, et vérifiée dans notre registre.',
    ),
    contact: page(
      'Nous joindre',
      'Rédaction, jour et nuit : redaction@lirven.example. Corrections : corrections@lirven.example ; merci d’indiquer le numéro de la dépêche.',
      'Par courrier : Agence télégraphique de Lirven, 4, place du Bureau-du-Port, Lirven.',
    ),
    masthead: page(
      'L’équipe',
      'Rédactrice en chef : Ada Rhomberg. Adjoint : Jakob Tenning. Édition française : Solène Aubrac.',
      'Responsable du contenu au sens de la loi sur la presse de la vallée de l’Ilmer : Ada Rhomberg, à l’adresse de l’agence.',
    ),
  },
  fa: {
    about: page(
      'دربارهٔ خبرگزاری',
      'خبرگزاری لیرون از روزی که نخستین سیم تلگراف به دفتر بندر قدیم رسید، از درهٔ ایلمر خبر می‌دهد. این خبرگزاری از آنِ یک بنیاد است، آگهی نمی‌پذیرد و خبرهایش را به روزنامه‌ها، رادیوها و بندرها می‌فروشد.',
      'آنچه منتشر می‌کنیم از دو منبع است که از یکدیگر خبر ندارند، وگرنه می‌گوییم آن را از که داریم. برای خبر پول نمی‌دهیم. از هر که متهم شود نخست می‌پرسیم و به او فرصت پاسخ می‌دهیم.',
      'هر خبر شماره‌ای دارد که همیشه با آن می‌ماند. هر چه نادرست بوده همان‌جا تصحیح می‌شود و اصلاحیه بر خبر و در فهرست اصلاحیه‌ها می‌ماند. هر نسخه را می‌توان خواند و با دفتر ثبت ما سنجید.',
    ),
    contact: page(
      'تماس با ما',
      'تحریریه، روز و شب: news@lirven.example. اصلاحیه‌ها: corrections@lirven.example؛ لطفاً شمارهٔ خبر را بنویسید.',
      'نشانی: لیرون، میدان دفتر بندر، شمارهٔ ۴، خبرگزاری لیرون.',
    ),
    masthead: page(
      'شناسنامه',
      'سردبیر: آدا رومبرگ. معاون: یاکوب تنینگ. ویرایش فارسی: شیرین آذرکار.',
      'مسئول محتوا بر پایهٔ قانون مطبوعات درهٔ ایلمر: آدا رومبرگ، به نشانی خبرگزاری.',
    ),
  },
  ar: {
    about: page(
      'عن الوكالة',
      'تنقل وكالة ليرفن للأنباء أخبار وادي إيلمر منذ أن وصل أول سلك برق إلى مكتب الميناء القديم. تملك الوكالةَ مؤسسةٌ وقفية، وهي لا تقبل الإعلانات، وتبيع أخبارها للصحف والإذاعات والموانئ.',
      'ما ننشره مأخوذ من مصدرين لا يعرف أحدهما الآخر، وإلا ذكرنا عمّن أخذناه. لا ندفع مالًا مقابل الأخبار. ومن وُجّه إليه اتهام نسأله أولًا ونمهله ليجيب.',
      'لكل خبر رقم يبقى له دائمًا. وما كان خطأً يُصحَّح في موضعه، ويبقى التصحيح على الخبر وفي قائمة التصحيحات. ويمكن قراءة كل نسخة والتحقق منها في سجلنا.',
    ),
    contact: page(
      'اتصل بنا',
      'غرفة الأخبار ليلًا ونهارًا: news@lirven.example. التصحيحات: corrections@lirven.example، ونرجو ذكر رقم الخبر.',
      'العنوان البريدي: وكالة ليرفن للأنباء، ساحة مكتب الميناء 4، ليرفن.',
    ),
    masthead: page(
      'هيئة التحرير',
      'رئيسة التحرير: آدا رومبرغ. نائبها: ياكوب تنينغ. النسخة العربية: سلمى الناصر.',
      'المسؤولة عن المحتوى بموجب قانون الصحافة في وادي إيلمر: آدا رومبرغ، على عنوان الوكالة.',
    ),
  },
  ru: {
    about: page(
      'Об агентстве',
      'Лирвенское телеграфное агентство рассказывает о долине Ильмера с тех пор, как первый провод дотянули до старой портовой конторы. Оно принадлежит фонду, не берёт рекламы и продаёт свои материалы газетам, радиостанциям и портам.',
      'То, что мы публикуем, мы знаем из двух независимых источников, а если нет – говорим, от кого узнали. За новости мы не платим. Того, кого обвиняют, мы спрашиваем первым и даём ему время ответить.',
      'У каждого материала есть номер, который остаётся за ним навсегда. Ошибку мы исправляем там, где она была, и исправление остаётся при материале и в нашем списке. Любую версию можно прочитать и сверить с нашим реестром.',
    ),
    contact: page(
      'Контакты',
      'Редакция, круглосуточно: news@lirven.example. Исправления: corrections@lirven.example; пожалуйста, укажите номер материала.',
      'Почта: Лирвенское телеграфное агентство, площадь Портовой Конторы, 4, Лирвен.',
    ),
    masthead: page(
      'Выходные данные',
      'Главный редактор: Ада Ромберг. Заместитель: Якоб Теннинг. Русское издание: Глеб Остров.',
      'Ответственная за содержание по закону о печати долины Ильмера: Ада Ромберг, по адресу агентства.',
    ),
  },
  es: {
    about: page(
      'La agencia',
      'La Agencia Telegráfica de Lirven informa desde el valle del Ilmer desde que el primer cable llegó a la antigua oficina del puerto. Pertenece a una fundación, no admite publicidad y vende sus noticias a periódicos, emisoras y puertos.',
      'Lo que publicamos lo sabemos por dos fuentes que no se conocen entre sí, o decimos por quién lo sabemos. No pagamos por noticias. A quien se acusa se le pregunta antes, y se le da tiempo para responder.',
      'Cada noticia tiene un número que conserva para siempre. Lo que estaba mal se corrige donde estaba, y la corrección queda en la noticia y en nuestra lista de correcciones. Cada versión puede leerse y comprobarse en nuestro registro.',
    ),
    contact: page(
      'Contacto',
      'Redacción, día y noche: redaccion@lirven.example. Correcciones: correcciones@lirven.example; indique el número de la noticia, por favor.',
      'Por correo: Agencia Telegráfica de Lirven, plaza de la Oficina del Puerto, 4, Lirven.',
    ),
    masthead: page(
      'Quiénes somos',
      'Redactora jefa: Ada Rhomberg. Adjunto: Jakob Tenning. Edición en español: Bruno Salcedo.',
      'Responsable del contenido según la ley de prensa del valle del Ilmer: Ada Rhomberg, en la dirección de la agencia.',
    ),
  },
};

/** What two places of the valley are, in each edition. */
const topicTexts: TopicTexts = {
  en: {
    ilmer: 'The river that the valley is named after: from the Gavrel glaciers to the sea at Lirven.',
    'lirven-port': 'The harbour at the mouth of the Ilmer, where the valley’s grain and timber are loaded.',
  },
  fr: {
    ilmer: 'La rivière qui donne son nom à la vallée : des glaciers du Gavrel à la mer, à Lirven.',
    'lirven-port': 'Le port à l’embouchure de l’Ilmer, où l’on charge le grain et le bois de la vallée.',
  },
  fa: {
    ilmer: 'رودی که دره نام خود را از آن دارد؛ از یخچال‌های گاورل تا دریا در لیرون.',
    'lirven-port': 'بندرگاه دهانهٔ ایلمر، که غله و چوب دره از آن بار کشتی می‌شود.',
  },
  ar: {
    ilmer: 'النهر الذي أخذ الوادي اسمه منه، ويجري من جليديات غافريل إلى البحر عند ليرفن.',
    'lirven-port': 'الميناء عند مصب نهر إيلمر، ومنه تُشحن حبوب الوادي وأخشابه.',
  },
  ru: {
    ilmer: 'Река, по которой названа долина: от ледников Гаврела до моря у Лирвена.',
    'lirven-port': 'Порт в устье Ильмера, где грузят зерно и лес из долины.',
  },
  es: {
    ilmer: 'El río que da nombre al valle: de los glaciares del Gavrel al mar, en Lirven.',
    'lirven-port': 'El puerto en la desembocadura del Ilmer, donde se cargan el grano y la madera del valle.',
  },
};

export const samplePages: PageSettings = {
  ...plainPages,
  texts,
  topics: { person: [], place: ['ilmer', 'lirven-port'], organisation: [] },
  topicTexts,
};
