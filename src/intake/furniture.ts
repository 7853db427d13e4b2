/** What on a page is not the story: labels of forms and menus, notices, lists of other stories. */
import { endings, labels } from './furniture-labels.ts';

const labelSet = new Set(labels.map(plain));
const endingSet = new Set(endings.map(plain));

const notices: RegExp[] = [
  /^(?:©|\(c\)|copyright\b|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|все права защищены|کلیه حقوق|تمامی حقوق|تمام حقوق|كل الحقوق|جميع الحقوق|حقوق النشر|版权所有)/iu,
  /all rights reserved\.?$/iu,
  /\b(?:we|this site|this website|our site) uses? cookies\b|\baccept (?:all )?cookies\b|\bcookie policy\b/iu,
  /^(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletter|updates|inbox|alerts|bulletin)\b/iu,
  /^get .{0,60}\b(?:newsletter|in your inbox|to your inbox)\b/iu,
  /^(?:follow|join|like) us on\b|^follow .{1,40} on (?:twitter|facebook|instagram|telegram|x)\b/iu,
  /^(?:read more|read also|also read|see also|related|watch|more|lire aussi|à lire aussi|lesen sie auch|mehr|lea también|leer más|читайте также|по теме|بیشتر بخوانید|همچنین بخوانید|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد)\s*[:：»>|]/iu,
  /^(?:image|photo|picture|slide|عکس|تصویر|صورة|foto|фото)?\s*\d{1,3}\s*(?:\/|of|von|sur|de|из|از)\s*\d{1,3}$/iu,
  /^\d+\s*(?:comments?|shares?|views?|likes?|replies|min(?:ute)?s?(?: read)?|min read|commentaires?|kommentare?|comentarios?|комментари\p{L}*|просмотр\p{L}*|نظر|بازدید|تعليق\p{L}*|مشاهدة)$/iu,
  /^(?:views?|visits?|hits|visitors|بازدید|تعداد بازدید|تعداد نظرات|مشاهدات|عدد المشاهدات|просмотров|просмотры|lectures|aufrufe|visitas)\s*[:：]?\s*[\d۰-۹٠-٩.,٬]+$/iu,
  /^(?:reading time|temps de lecture|lesezeit|tiempo de lectura|время чтения|زمان مطالعه|وقت القراءة)\b/iu,
  /^(?:home|accueil|startseite|inicio|главная|خانه|صفحه نخست|الرئيسية)\s*(?:[>»/›|«‹]|::)/iu,
  /^(?:short (?:link|url)|permalink|لینک کوتاه|لینک خبر|الرابط المختصر|url|link)\s*[:：]?\s*(?:https?:|www\.|\S+\.\S+\/)/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:your|please enter your|enter your) (?:name|e-?mail(?: address)?|comment|message|city|country|phone)\b.{0,30}$/iu,
  /^your e-?mail address will not be published/iu,
  /^(?:votre|ihre?|su|tu|ваше?|ваша) (?:nom|e-?mail|commentaire|name|kommentar|nombre|correo|comentario|имя|почта|комментарий)\b.{0,30}$/iu,
  /^(?:نام|ایمیل|نظر|متن نظر|نظر شما|پست الکترونیکی?|الاسم|البريد الإلكتروني|التعليق)\s*(?:\*|[:：]|\((?:اختیاری|اجباری|الزامی)\))\s*\*?$/u,
  /^(?:powered by|designed by|developed by|طراحی و تولید|نرم افزار)\b/iu,
  /^(?:to comment on this (?:story|article)|please (?:log in|sign in|register)|you must be logged in|log in to)\b/iu,
  /^(?:\*{3,}|_{3,}|-{3,}|={3,}|#{2,}|~{3,}|[•·|/\\<>«»‹›–—]+|-30-|\(?ends?\)?|\(end\)|\/end\/?|انتهای پیام.{0,12}|پایان پیام.{0,12})$/iu,
  /^(?:page|seite|pagina|página|صفحه|страница)\s*\d+(?:\s*(?:of|\/|von|sur|de|из|از)\s*\d+)?$/iu,
  /^(?:javascript|please enable javascript|enable javascript)\b/iu,
  /^the post .{3,200} appeared first on .{2,80}$/iu,
  /^(?:file photo|stock photo)\.?$/iu,
];

/** Whether a line is a label, a notice or a pointer elsewhere, and no sentence of the story. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  if (text === '') return true;
  if (text.length > 260) return false;
  const bare = plain(text);
  if (bare === '' || labelSet.has(bare) || endingSet.has(bare)) return true;
  return notices.some((notice) => notice.test(text)) || labelRow(text);
}

/** Whether a line opens the part of a page that follows the story: other stories, comments, tags. */
export function isEnding(line: string): boolean {
  return line.length <= 80 && endingSet.has(plain(line));
}

/** A row of several labels on one line: "Home | World | Print | Send". */
function labelRow(text: string): boolean {
  const parts = text.split(/\s*[|•·»>]\s*/u).filter((part) => part !== '');
  return (
    parts.length >= 2 &&
    parts.length <= 30 &&
    parts.filter((part) => labelSet.has(plain(part))).length * 2 >= parts.length
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s+•·»›>▶►✉|*-]+|[\s:：.!…»›>▼|*-]+$/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .trim();
}
